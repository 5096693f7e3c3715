using Dns;
using Dns.Wire;

namespace Resolver.Queries;

/// <summary>
/// A well-formed standard query with one question: a view of the packet it came in. Made only by
/// <see cref="QueryParser"/>.
/// </summary>
public readonly ref struct Query
{
    internal Query(
        MessageHeader header, ReadOnlySpan<byte> name, RecordType type, RecordClass recordClass, EdnsRequest edns)
    {
        Header = header;
        Name = name;
        Type = type;
        Class = recordClass;
        Edns = edns;
    }

    /// <summary>The header.</summary>
    public MessageHeader Header { get; }

    /// <summary>QNAME in wire form, in the client's own octets.</summary>
    public ReadOnlySpan<byte> Name { get; }

    /// <summary>QTYPE.</summary>
    public RecordType Type { get; }

    /// <summary>QCLASS.</summary>
    public RecordClass Class { get; }

    /// <summary>What EDNS says.</summary>
    public EdnsRequest Edns { get; }

    /// <summary>DO: the client takes DNSSEC records.</summary>
    public bool IsDnssecOk => Edns.IsPresent && Edns.Header.IsDnssecOk;

    /// <summary>The client wants to see AD (RFC 6840 §5.7, §5.8).</summary>
    public bool WantsAuthenticData => IsDnssecOk || Header.IsAuthenticData;
}
