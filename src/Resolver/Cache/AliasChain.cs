using Dns;

namespace Resolver.Cache;

/// <summary>
/// The aliases followed from a question's name, in order, and the name reached. Links can only be appended, each at
/// the tail: a chain out of order, with a gap or with a stranger in it cannot be built. One query owns it.
/// </summary>
public sealed class AliasChain
{
    /// <summary>
    /// Links followed for one query. Long enough for every chain seen in the wild (at most six), short enough to
    /// bound the work; BIND and Unbound stop at 11.
    /// </summary>
    public const int MaxLength = 12;

    private readonly ChainLink[] _links = new ChainLink[MaxLength];
    private readonly byte[] _question = new byte[WireName.MaxLength];
    private int _questionLength;

    /// <summary>The links, first followed first.</summary>
    public ReadOnlySpan<ChainLink> Links => _links.AsSpan(0, Count);

    /// <summary>The number of links.</summary>
    public int Count { get; private set; }

    /// <summary>The name the chain starts at, in the client's octets.</summary>
    public ReadOnlySpan<byte> Question => _question.AsSpan(0, _questionLength);

    /// <summary>The effective QNAME (RFC 9499): the last target, or the question itself.</summary>
    public ReadOnlySpan<byte> Tail => Count == 0 ? Question : _links[Count - 1].Target;

    /// <summary>The tail as a name of its own.</summary>
    public DomainName TailName => DomainName.FromWire(Tail);

    /// <summary>True if some link is stale.</summary>
    public bool HasStaleLink
    {
        get
        {
            foreach (ref readonly var link in Links)
            {
                if (link.Source.Freshness != Freshness.Fresh)
                    return true;
            }
            return false;
        }
    }

    /// <summary>Empties the chain and starts it at a name.</summary>
    public void Restart(ReadOnlySpan<byte> question)
    {
        question.CopyTo(_question);
        _questionLength = question.Length;
        Count = 0;
    }

    /// <summary>Appends a CNAME set whose owner is the tail.</summary>
    public FollowResult TryFollow(in CachedRRset cname)
    {
        Invariant.Require(cname.Set.Type == RecordType.Cname);
        Invariant.Require(WireName.Equals(cname.Set.Owner, Tail));
        return Append(new(cname, cname.Set));
    }

    /// <summary>Appends a DNAME set above the tail, and the CNAME it makes for the tail (RFC 6672 §3.1).</summary>
    public FollowResult TryFollowDname(in CachedRRset dname)
    {
        Invariant.Require(dname.Set.Type == RecordType.Dname);
        Invariant.Require(WireName.IsBelow(Tail, dname.Set.Owner));
        Span<byte> target = stackalloc byte[WireName.MaxLength];
        var prefix = Tail[..^dname.Set.Owner.Length];
        var replacement = dname.Set.FirstRecord;
        var length = prefix.Length + replacement.Length;
        if (length > WireName.MaxLength)
            return FollowResult.NameTooLong;
        prefix.CopyTo(target);
        replacement.CopyTo(target[prefix.Length..]);
        var cname = new RRsetBuilder(TailName, RecordType.Cname).Add(target[..length], dname.Set.Ttl).Build();
        return Append(new(dname, cname));
    }

    /// <summary>A chain of its own memory with the same links, for work that outlives the arena.</summary>
    public AliasChain Detach()
    {
        var copy = new AliasChain();
        copy.Restart(Question);
        foreach (ref readonly var link in Links)
        {
            var source = link.Source.Detach();
            copy._links[copy.Count++] = new(source, link.IsSynthesised ? link.Cname.Copy() : source.Set);
        }
        return copy;
    }

    /// <summary>The shortest TTL left on any link; null for a chain without links.</summary>
    public Ttl? ShortestRemaining()
    {
        Ttl? shortest = null;
        foreach (ref readonly var link in Links)
            shortest = shortest is { } present ? Ttl.Min(present, link.Source.Remaining) : link.Source.Remaining;
        return shortest;
    }

    private FollowResult Append(ChainLink link)
    {
        if (HasPassed(link.Target))
            return FollowResult.Loop;
        if (Count == MaxLength)
            return FollowResult.TooLong;
        _links[Count++] = link;
        return FollowResult.Followed;
    }

    private bool HasPassed(ReadOnlySpan<byte> name)
    {
        if (WireName.Equals(name, Question))
            return true;
        foreach (ref readonly var link in Links)
        {
            if (WireName.Equals(name, link.Target))
                return true;
        }
        return false;
    }
}
