using Dns;
using Resolver.Ports;
using Resolver.Recursion.Steps;

namespace Resolver.Recursion.Delegations;

/// <summary>
/// Finds the closest servers for a question: those the operator named, those remembered, or the root's.
/// </summary>
internal sealed class DelegationFinder
{
    private readonly DelegationStore _store;
    private readonly RootPrimer _root;
    private readonly Clock _clock;
    private readonly (ConfiguredZone Zone, Delegation Delegation)[] _configured;

    /// <summary>Takes the operator's zones and the memory of all others.</summary>
    public DelegationFinder(DelegationStore store, RootPrimer root, RecursionOptions options, Clock clock)
    {
        _store = store;
        _root = root;
        _clock = clock;
        _configured = [.. options.Zones.Select(zone => (zone, DelegationOf(zone)))];
    }

    /// <summary>
    /// The closest servers for a question; <paramref name="bypass"/> is a configured zone that has failed.
    /// </summary>
    public async ValueTask<Delegation> FindAsync(
        DomainName name, RecordType type, StepContext context, ConfiguredZone? bypass)
    {
        // RFC 4035 §3.1.4.1: DS is asked for at the parent.
        var start = type == RecordType.Ds ? name.Parent : name;
        var configured = FindConfigured(start, bypass);
        if (configured is { IsForward: true })
            return configured;
        var remembered = _store.FindClosest(start.Wire, _clock.Now.Monotonic);
        if (configured is not null)
            return remembered is not null && remembered.Zone.IsBelow(configured.Zone) ? remembered : configured;
        return remembered ?? await _root.FindAsync(context);
    }

    /// <summary>Remembers a delegation; what is returned continues what was known before.</summary>
    public Delegation Remember(Delegation delegation) => _store.Add(delegation);

    /// <summary>Lets a delegation end, so that the parent is asked again.</summary>
    public void Expire(Delegation delegation) => _store.Expire(delegation.Zone, _clock.Now.Monotonic);

    private Delegation? FindConfigured(DomainName name, ConfiguredZone? bypass)
    {
        Delegation? closest = null;
        foreach (var (zone, delegation) in _configured)
        {
            if (!ReferenceEquals(zone, bypass) && name.IsAtOrBelow(zone.Zone)
                && (closest is null || zone.Zone.LabelCount > closest.Zone.LabelCount))
                closest = delegation;
        }
        return closest;
    }

    private static Delegation DelegationOf(ConfiguredZone zone) => new()
    {
        Zone = zone.Zone,
        Origin = zone.Kind == ConfiguredZoneKind.Stub ? DelegationOrigin.Stub : DelegationOrigin.Forward,
        Addresses = zone.Servers,
        TrustDomain = zone,
    };
}
