using Dns;
using Simulation.Zones;

namespace Simulation.Internet;

/// <summary>
/// Which names a good resolver must be able to resolve once no faults are about: the delegations that lead there
/// can be followed, and the aliases end within what every resolver follows.
/// </summary>
public sealed class Soundness(SimulatedInternet internet)
{
    /// <summary>Aliases that every resolver follows.</summary>
    public const int MaxLinks = 6;

    /// <summary>Look-ups of server names inside look-ups of server names.</summary>
    public const int MaxDepth = 2;

    private readonly Dictionary<(InternetZone Zone, int Depth), bool> _known = [];

    /// <summary>True if the question must get an answer that is no failure.</summary>
    public bool IsSound(DomainName name, RecordType type)
    {
        for (var links = 0; links <= MaxLinks; links++)
        {
            if (!IsReachable(name, type, 0) || internet.Present.Truth(name, type) is not { } step)
                return false;
            if (step.Kind is not (ZoneAnswerKind.Cname or ZoneAnswerKind.Dname))
                return true;
            if (step.Target is null)
                return true;
            name = step.Target;
        }
        return false;
    }

    private bool IsReachable(DomainName name, RecordType type, int depth)
    {
        var zone = internet.Present.ZoneOf(type == RecordType.Ds && !name.IsRoot ? name.Parent : name);
        return zone is not null && internet.Zones.Find(candidate => candidate.Apex.Equals(zone.Apex)) is { } owner
            && IsSound(owner, depth);
    }

    private bool IsSound(InternetZone zone, int depth)
    {
        if (depth > MaxDepth)
            return false;
        if (_known.TryGetValue((zone, depth), out var isSound))
            return isSound;
        // A zone that is found to depend on itself is not sound that way.
        _known[(zone, depth)] = false;
        isSound = zone.Parent is null || (IsSound(zone.Parent, depth) && HasUsableServer(zone, depth));
        _known[(zone, depth)] = isSound;
        return isSound;
    }

    private bool HasUsableServer(InternetZone zone, int depth)
    {
        foreach (var host in zone.Hosts)
        {
            if (!zone.Delegation.Exists(ns => ns.Target is { } target && target.Equals(host.Name)))
                continue;
            var isInside = host.Name.IsAtOrBelow(zone.Apex);
            if (isInside ? zone.Glue.Exists(glue => glue.Owner.Equals(host.Name)) : HasAddress(host.Name, depth + 1))
                return true;
        }
        return false;
    }

    private bool HasAddress(DomainName name, int depth) => IsReachable(name, RecordType.A, depth)
        && internet.Present.Truth(name, RecordType.A) is { Kind: ZoneAnswerKind.Data };
}
