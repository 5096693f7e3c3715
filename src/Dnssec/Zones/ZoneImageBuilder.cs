using System.Buffers.Binary;
using Dns;
using Dns.Records;
using Dns.Text;
using Dns.Zones;

namespace Dnssec.Zones;

/// <summary>Takes the records of a zone in any order, each copied, and makes a <see cref="ZoneImage"/>.</summary>
public sealed class ZoneImageBuilder
{
    /// <summary>Octets of the largest zone that is taken unless told otherwise: forty root zones.</summary>
    public const int DefaultMaxOctets = 64 * 1024 * 1024;

    private readonly DomainName _apex;
    private readonly int _maxOctets;
    private byte[] _octets = new byte[4096];
    private readonly List<int> _starts = [];
    private int _length;

    /// <summary>Begins a zone without records.</summary>
    public ZoneImageBuilder(DomainName apex, int maxOctets = DefaultMaxOctets)
    {
        _apex = apex;
        _maxOctets = maxOctets;
    }

    /// <summary>Records so far, equal ones counted as often as they came.</summary>
    public int Count => _starts.Count;

    /// <summary>
    /// Reads a zone's text to its end. The first fault refuses the whole and is returned; null if there is none.
    /// </summary>
    public static ZoneError? Read(ZoneReader reader, DomainName apex, out ZoneImage? image)
    {
        image = null;
        var builder = new ZoneImageBuilder(apex);
        while (true)
        {
            var result = reader.Read(out var record);
            if (result == ZoneReadResult.Error)
                return reader.Error;
            if (result == ZoneReadResult.End)
                break;
            if (!builder.TryAdd(record.Owner, record.Type, record.Class, record.Ttl, record.Rdata))
                return new(reader.SourceName, record.Line, 1, TextError.TextTooLong, "");
        }
        image = builder.Build();
        return null;
    }

    /// <summary>Takes a record, its RDATA uncompressed; false if the zone would become too large.</summary>
    public bool TryAdd(
        ReadOnlySpan<byte> owner, RecordType type, RecordClass recordClass, Ttl ttl, ReadOnlySpan<byte> rdata)
    {
        var length = owner.Length + ZoneImageRecord.FixedFieldsLength + rdata.Length;
        if (_length + length > _maxOctets)
            return false;
        if (_length + length > _octets.Length)
            Array.Resize(ref _octets, Math.Max(_octets.Length * 2, _length + length));
        var record = _octets.AsSpan(_length, length);
        WireName.Fold(owner, record);
        var fields = record[owner.Length..];
        BinaryPrimitives.WriteUInt16BigEndian(fields, (ushort)type);
        BinaryPrimitives.WriteUInt16BigEndian(fields[2..], (ushort)recordClass);
        BinaryPrimitives.WriteUInt32BigEndian(fields[4..], ttl.Seconds);
        BinaryPrimitives.WriteUInt16BigEndian(fields[8..], (ushort)rdata.Length);
        CanonicalRdata.Write(type, rdata, fields[ZoneImageRecord.FixedFieldsLength..]);
        _starts.Add(_length);
        _length += length;
        return true;
    }

    /// <summary>Makes the image. The builder is not used again.</summary>
    public ZoneImage Build()
    {
        var order = new Slice[_starts.Count];
        for (var i = 0; i < order.Length; i++)
            order[i] = new(_starts[i], i + 1 < order.Length ? _starts[i + 1] : _length);
        Array.Sort(order, Compare);
        var sorted = new byte[_length];
        var starts = new List<int>(order.Length);
        var position = 0;
        for (var i = 0; i < order.Length; i++)
        {
            // RFC 8976 §3.3.3: of equal records one is kept.
            if (i > 0 && Compare(order[i - 1], order[i]) == 0)
                continue;
            var octets = Octets(order[i]);
            octets.CopyTo(sorted.AsSpan(position));
            starts.Add(position);
            position += octets.Length;
        }
        if (position < sorted.Length)
            Array.Resize(ref sorted, position);
        return new(_apex, sorted, [.. starts]);
    }

    private ReadOnlySpan<byte> Octets(Slice slice) => _octets.AsSpan(slice.Start, slice.End - slice.Start);

    // RFC 8976 §3.3.3: by owner (RFC 4034 §6.1), then by type as a number, then by RDATA (RFC 4034 §6.3).
    private int Compare(Slice left, Slice right)
    {
        var leftRecord = new ZoneImageRecord(Octets(left));
        var rightRecord = new ZoneImageRecord(Octets(right));
        if (!leftRecord.Owner.SequenceEqual(rightRecord.Owner))
            return WireName.CompareCanonical(leftRecord.Owner, rightRecord.Owner);
        var order = leftRecord.Type.CompareTo(rightRecord.Type);
        if (order == 0)
            order = leftRecord.Class.CompareTo(rightRecord.Class);
        return order == 0 ? CanonicalRdata.Compare(leftRecord.Rdata, rightRecord.Rdata) : order;
    }

    /// <summary>Where a record lies in the unsorted octets.</summary>
    private readonly record struct Slice(int Start, int End);
}
