using Dns;
using Dns.Records;

namespace Dnssec.Zones;

/// <summary>
/// A whole zone in memory: its records in canonical form and order, one behind the other in one block, which is what
/// a zone digest is made over. Found by bisection. Immutable.
/// </summary>
public sealed class ZoneImage
{
    private readonly byte[] _octets;
    private readonly int[] _starts;

    internal ZoneImage(DomainName apex, byte[] octets, int[] starts)
    {
        Apex = apex;
        _octets = octets;
        _starts = starts;
    }

    /// <summary>The name of the zone.</summary>
    public DomainName Apex { get; }

    /// <summary>Records, equal ones counted once.</summary>
    public int Count => _starts.Length;

    /// <summary>Octets that the image takes in memory, near enough.</summary>
    public int MemoryOctets => _octets.Length + _starts.Length * sizeof(int);

    /// <summary>The record at a place in canonical order.</summary>
    public ZoneImageRecord this[int index] => new(_octets.AsSpan(_starts[index]..EndOf(index)));

    /// <summary>The records from one place up to another, as one run of octets.</summary>
    internal ReadOnlySpan<byte> OctetsBetween(int first, int end) =>
        first == end ? default : _octets.AsSpan(_starts[first]..EndOf(end - 1));

    /// <summary>
    /// The place of the first record whose owner is the name or comes after it in canonical order; the count of
    /// records if there is none.
    /// </summary>
    public int FindOwner(ReadOnlySpan<byte> name)
    {
        int low = 0, high = _starts.Length;
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (WireName.CompareCanonical(this[middle].Owner, name) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>The place behind the last record with the same owner.</summary>
    public int EndOfOwner(int index)
    {
        var owner = this[index].Owner;
        do
            index++;
        while (index < Count && this[index].Owner.SequenceEqual(owner));
        return index;
    }

    /// <summary>True if there is any record at the name.</summary>
    public bool HasOwner(ReadOnlySpan<byte> name)
    {
        var index = FindOwner(name);
        return index < Count && WireName.Equals(this[index].Owner, name);
    }

    /// <summary>True if the other image has exactly the same records.</summary>
    public bool HasSameRecords(ZoneImage other) => _octets.AsSpan().SequenceEqual(other._octets);

    /// <summary>The RRset of a name and type with its signatures; none if it is not there.</summary>
    public RRset Find(DomainName name, RecordType type)
    {
        var first = FindOwner(name.Wire);
        return first < Count && WireName.Equals(this[first].Owner, name.Wire)
            ? ReadSet(first, EndOfOwner(first), DomainName.FromWire(this[first].Owner), type)
            : default;
    }

    /// <summary>
    /// The RRset of a type among the records of one owner; none if it is not there. RRSIG records asked for by type
    /// are records like any others.
    /// </summary>
    internal RRset ReadSet(int first, int end, DomainName owner, RecordType type)
    {
        RRsetBuilder? builder = null;
        for (var i = first; i < end; i++)
        {
            var record = this[i];
            if (record.Type == type)
                (builder ??= new(owner, type, record.Class)).Add(record.Rdata, record.Ttl);
        }
        if (builder is null)
            return default;
        if (type == RecordType.Rrsig)
            return builder.Build();
        for (var i = first; i < end; i++)
        {
            var record = this[i];
            if (record.Type == RecordType.Rrsig
                && RrsigData.TryRead(record.Rdata, out var signature) && signature.TypeCovered == type)
                builder.AddSignature(record.Rdata, record.Ttl);
        }
        return builder.Build();
    }

    private int EndOf(int index) => index + 1 < _starts.Length ? _starts[index + 1] : _octets.Length;
}
