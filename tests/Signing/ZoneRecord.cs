using Dns;

namespace Signing;

/// <summary>One record of a zone before signing.</summary>
public sealed record ZoneRecord(DomainName Owner, RecordType Type, Ttl Ttl, byte[] Rdata)
{
    /// <summary>A record that lives an hour.</summary>
    public ZoneRecord(string owner, RecordType type, byte[] rdata)
        : this(DomainName.Parse(owner), type, new Ttl(3600), rdata)
    {
    }
}
