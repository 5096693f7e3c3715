using System.Buffers.Binary;
using Dns;
using Resolver.Ports;

namespace Resolver.Policy;

/// <summary>
/// Gathers the records of a local zone, which has the SOA and NS of RFC 6303 §3 unless told otherwise.
/// </summary>
public sealed class LocalZoneBuilder
{
    private readonly DomainName _apex;
    private readonly DomainNameComparer _comparer;
    private readonly List<RRsetBuilder> _sets = [];

    /// <summary>Begins a zone that holds nothing but its SOA and NS.</summary>
    public LocalZoneBuilder(string apex, DomainNameComparer comparer)
        : this(DomainName.Parse(apex), comparer)
    {
    }

    /// <summary>Begins a zone that holds nothing but its SOA and NS.</summary>
    public LocalZoneBuilder(DomainName apex, DomainNameComparer comparer)
    {
        _apex = apex;
        _comparer = comparer;
        Add(apex, RecordType.Soa, EmptyZoneSoa(apex));
        Add(apex, RecordType.Ns, apex.Wire);
    }

    /// <summary>Adds an A or AAAA record.</summary>
    public LocalZoneBuilder Address(string owner, string address) =>
        Address(DomainName.Parse(owner), HostAddress.Parse(address));

    /// <summary>Adds an A or AAAA record.</summary>
    public LocalZoneBuilder Address(DomainName owner, HostAddress address)
    {
        Span<byte> octets = stackalloc byte[16];
        var length = address.Write(octets);
        return Add(owner, address.IsIPv6 ? RecordType.Aaaa : RecordType.A, octets[..length]);
    }

    /// <summary>Adds a PTR record.</summary>
    public LocalZoneBuilder Pointer(string owner, string target) =>
        Add(DomainName.Parse(owner), RecordType.Ptr, DomainName.Parse(target).Wire);

    /// <summary>Adds a record, its RDATA uncompressed.</summary>
    public LocalZoneBuilder Add(DomainName owner, RecordType type, ReadOnlySpan<byte> rdata)
    {
        var set = _sets.Find(candidate => candidate.Type == type && candidate.Owner.Equals(owner));
        if (set is null)
            _sets.Add(set = new(owner, type));
        set.Add(rdata, LocalZone.LocalTtl);
        return this;
    }

    /// <summary>Makes the zone.</summary>
    public LocalZone Build(LocalZoneOptions options = LocalZoneOptions.None) =>
        new(_apex, _sets.Select(set => set.Build()), options, _comparer);

    // RFC 6303 §3: the zone's own name as server, nobody.invalid as mailbox, 1 3600 1200 604800 10800.
    private static byte[] EmptyZoneSoa(DomainName apex)
    {
        var mailbox = DomainName.Parse("nobody.invalid.").Wire;
        var rdata = new byte[apex.Wire.Length + mailbox.Length + 20];
        apex.Wire.CopyTo(rdata);
        mailbox.CopyTo(rdata.AsSpan(apex.Wire.Length));
        var numbers = rdata.AsSpan(apex.Wire.Length + mailbox.Length);
        uint[] values = [1, 3600, 1200, 604800, LocalZone.LocalTtl.Seconds];
        for (var i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteUInt32BigEndian(numbers[(4 * i)..], values[i]);
        return rdata;
    }
}
