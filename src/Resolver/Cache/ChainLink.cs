using Dns;
using Dnssec;

namespace Resolver.Cache;

/// <summary>
/// One step of an alias chain: a CNAME set of one record, or a DNAME set and the CNAME it makes for the name before.
/// </summary>
public readonly struct ChainLink
{
    internal ChainLink(CachedRRset source, RRset cname)
    {
        Source = source;
        Cname = cname;
    }

    /// <summary>The set that came from a zone: the CNAME itself, or the DNAME.</summary>
    public CachedRRset Source { get; }

    /// <summary>The CNAME of this step: the source's, or the one made from the DNAME and unsigned.</summary>
    public RRset Cname { get; }

    /// <summary>True if the CNAME was made from a DNAME (RFC 6672 §3.1).</summary>
    public bool IsSynthesised => Source.Set.Type == RecordType.Dname;

    /// <summary>The name this step leads to, in the octets of the RDATA.</summary>
    public ReadOnlySpan<byte> Target => Cname.FirstRecord;

    /// <summary>What validation found about the set that came from a zone.</summary>
    public SecurityStatus Security => Source.Security;
}
