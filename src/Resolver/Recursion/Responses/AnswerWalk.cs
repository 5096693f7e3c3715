using Dns;
using Resolver.Cache;

namespace Resolver.Recursion.Responses;

/// <summary>
/// Goes through an answer section as the question leads: alias by alias as long as the server may speak about the
/// name reached, then the set asked for. What it does not come by is not used.
/// </summary>
internal sealed class AnswerWalk
{
    private readonly ParsedResponse _response;
    private readonly ScrubScope _scope;
    private readonly List<RRset> _links = [];
    private readonly List<DomainName> _passed = [];
    private readonly List<string> _notes = [];

    private AnswerWalk(ParsedResponse response, DomainName name, ScrubScope scope)
    {
        _response = response;
        _scope = scope;
        Tail = name;
        _passed.Add(name);
    }

    /// <summary>The aliases, in order.</summary>
    public IReadOnlyList<RRset> Links => _links;

    /// <summary>The name reached.</summary>
    public DomainName Tail { get; private set; }

    /// <summary>The set asked for, at the tail; none if it is not there.</summary>
    public RRset Data { get; private set; }

    /// <summary>True if the server may speak about the tail.</summary>
    public bool IsTailCovered { get; private set; }

    /// <summary>What was left out and why.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>Walks an answer section. The order of the sets in the message does not matter.</summary>
    public static AnswerWalk Through(ParsedResponse response, DomainName name, RecordType type, ScrubScope scope)
    {
        var walk = new AnswerWalk(response, name, scope);
        walk.Walk(type);
        walk.NoteLeftovers();
        return walk;
    }

    private void Walk(RecordType type)
    {
        while (IsTailCovered = _scope.Covers(Tail.Wire))
        {
            Data = Find(Tail, type);
            if (!Data.IsNone || _links.Count == AliasChain.MaxLength || !TryFollow())
                return;
        }
        if (_links.Count > 0)
            _notes.Add($"{Tail} is outside {_scope.Zone}: asked for anew");
    }

    private bool TryFollow()
    {
        // RFC 6672 §3.2: the DNAME decides; the CNAME beside it was made from it and is made anew.
        var link = FindDname();
        if (link.IsNone)
            link = Find(Tail, RecordType.Cname);
        if (link.IsNone)
            return false;
        link = SingleRecord(link);
        _links.Add(link);
        // A loop, or a name too long: the link stays, and whoever follows it will see.
        if (TargetOf(link) is not { } target || _passed.Contains(target))
            return false;
        _passed.Add(target);
        Tail = target;
        return true;
    }

    private RRset FindDname()
    {
        foreach (var set in _response.Answer)
        {
            if (set.Type == RecordType.Dname && WireName.IsBelow(Tail.Wire, set.Owner) && _scope.Covers(set.Owner))
                return set;
        }
        return default;
    }

    // RFC 2181 §10.1, RFC 6672 §2.4: an alias has one target. Of several the first counts, so that the name resolves.
    private RRset SingleRecord(RRset alias)
    {
        if (alias.Count == 1)
            return alias;
        _notes.Add($"{alias.Count} {alias.Type} records at {alias.OwnerName}: only the first is used");
        var single = new RRsetBuilder(alias.OwnerName, alias.Type).Add(alias.FirstRecord, alias.Ttl);
        foreach (var signature in alias.Signatures)
            single.AddSignature(signature, alias.Ttl);
        return single.Build();
    }

    private DomainName? TargetOf(RRset link)
    {
        if (link.Type == RecordType.Cname)
            return DomainName.FromWire(link.FirstRecord);
        Span<byte> target = stackalloc byte[2 * WireName.MaxLength];
        var prefix = Tail.Wire[..^link.Owner.Length];
        prefix.CopyTo(target);
        link.FirstRecord.CopyTo(target[prefix.Length..]);
        return DomainName.TryFromWire(target[..(prefix.Length + link.FirstRecord.Length)], out var name) ? name : null;
    }

    private void NoteLeftovers()
    {
        foreach (var set in _response.Answer)
        {
            if (!IsUsed(set))
                _notes.Add($"{set.OwnerName} {set.Type} in the answer section does not belong to the question");
        }
    }

    private bool IsUsed(RRset set)
    {
        if (!Data.IsNone && set.Type == Data.Type && WireName.Equals(set.Owner, Data.Owner))
            return true;
        if (set.Type == RecordType.Cname)
            return _passed.Exists(name => WireName.Equals(set.Owner, name.Wire));
        return _links.Exists(link => link.Type == set.Type && WireName.Equals(link.Owner, set.Owner));
    }

    private RRset Find(DomainName owner, RecordType type)
    {
        foreach (var set in _response.Answer)
        {
            if (set.Type == type && WireName.Equals(set.Owner, owner.Wire))
                return set;
        }
        return default;
    }
}
