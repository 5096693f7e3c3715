using Dns;
using Dnssec;
using Resolver.Answers;
using Resolver.Cache;

namespace Resolver.Policy;

/// <summary>
/// A zone that is answered here and never asked for outside: special-use names, locally served zones, the
/// operator's hosts. Outcomes are made once, when the zone is; a look-up only chooses. Immutable once built.
/// </summary>
public sealed class LocalZone
{
    /// <summary>TTL of locally served data, as RFC 6303 §3 has it for its empty zones.</summary>
    public static readonly Ttl LocalTtl = new(10800);

    private readonly Dictionary<DomainName, LocalNode> _nodes;
    private readonly Dictionary<DomainName, LocalNode>.AlternateLookup<ReadOnlySpan<byte>> _lookup;
    private readonly Outcome _noData;
    private readonly Outcome _nxDomain;
    private readonly bool _apexAnswersBelow;

    internal LocalZone(DomainName apex, IEnumerable<RRset> sets, LocalZoneOptions options, DomainNameComparer comparer)
    {
        Apex = apex;
        LeavesApexDsAlone = options.HasFlag(LocalZoneOptions.LeavesApexDsAlone);
        _apexAnswersBelow = options.HasFlag(LocalZoneOptions.ApexAnswersBelow);
        _nodes = new(comparer);
        _lookup = _nodes.GetAlternateLookup<ReadOnlySpan<byte>>();
        var soa = default(RRset);
        foreach (var set in sets)
        {
            if (set.Type == RecordType.Soa)
                soa = set;
            NodeAt(set.OwnerName).Outcomes[set.Type] = Outcome.Of(Local(set));
            AddEmptyNonTerminals(set.OwnerName);
        }
        _noData = Outcome.Of(Denial(DenialKind.NoData, soa));
        _nxDomain = Outcome.Of(Denial(DenialKind.NxDomain, soa));
    }

    /// <summary>The zone's own name.</summary>
    public DomainName Apex { get; }

    /// <summary>True if DS questions for the apex are resolved as for any name (RFC 8375 §4 for home.arpa).</summary>
    public bool LeavesApexDsAlone { get; }

    /// <summary>The answer for a name at or below the apex.</summary>
    public Outcome Find(ReadOnlySpan<byte> name, RecordType type)
    {
        if (!_lookup.TryGetValue(name, out var node))
        {
            if (!_apexAnswersBelow)
                return _nxDomain;
            node = _nodes[Apex];
        }
        return node.Outcomes.TryGetValue(type, out var outcome) ? outcome : _noData;
    }

    /// <summary>The CNAME set at a name, if that is what is there.</summary>
    public bool TryFindAlias(ReadOnlySpan<byte> name, out CachedRRset alias)
    {
        alias = default;
        if (!_lookup.TryGetValue(name, out var node) || !node.Outcomes.TryGetValue(RecordType.Cname, out var outcome))
            return false;
        alias = outcome.Data;
        return true;
    }

    private LocalNode NodeAt(DomainName name)
    {
        if (!_nodes.TryGetValue(name, out var node))
            _nodes[name] = node = new();
        return node;
    }

    private void AddEmptyNonTerminals(DomainName name)
    {
        for (; name.IsBelow(Apex); name = name.Parent)
            NodeAt(name.Parent);
    }

    private static CachedRRset Local(RRset set) => new()
    {
        Set = set,
        Remaining = set.Ttl,
        Security = SecurityStatus.Insecure,
        Credibility = Credibility.Local,
    };

    private static CachedDenial Denial(DenialKind kind, RRset soa) => new()
    {
        Kind = kind,
        Soa = soa,
        Remaining = soa.IsNone ? LocalTtl : soa.Ttl,
        Security = SecurityStatus.Insecure,
        Credibility = Credibility.Local,
    };

    /// <summary>What a name of the zone answers, type by type.</summary>
    private sealed class LocalNode
    {
        public Dictionary<RecordType, Outcome> Outcomes { get; } = [];
    }
}
