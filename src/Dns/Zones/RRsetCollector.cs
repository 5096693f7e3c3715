using Dns.Records;
using Dns.Text;

namespace Dns.Zones;

/// <summary>
/// Groups records into RRsets, signatures with the set they cover, wherever in the text they stood. The sets come out
/// in canonical order of their owners (RFC 4034 §6.1). It sorts and does not hash: text cannot be made to slow it down.
/// </summary>
public sealed class RRsetCollector
{
    /// <summary>
    /// Records and signatures of one set: far more than any zone has, few enough to look for duplicates one by one.
    /// </summary>
    public const int MaxSetLength = 1024;

    private static readonly Comparer<CollectedRecord> Comparer =
        Comparer<CollectedRecord>.Create((left, right) => left.CompareSets(right));

    private readonly List<CollectedRecord> _records = [];
    private DomainName? _owner;
    private bool _isSorted = true;

    /// <summary>Records so far.</summary>
    public int Count => _records.Count;

    /// <summary>Reads all there is; the first fault refuses the whole and is returned, null if there is none.</summary>
    public static ZoneError? Collect(ZoneReader reader, out IReadOnlyList<RRset> sets)
    {
        var collector = new RRsetCollector();
        sets = [];
        while (true)
        {
            var result = reader.Read(out var record);
            if (result == ZoneReadResult.Error)
                return reader.Error;
            if (result == ZoneReadResult.Record)
                collector.Add(record);
            else if (collector.TryBuild(out sets))
                return null;
            else
                return new(reader.SourceName, 1, 1, TextError.SetTooLarge, "");
        }
    }

    /// <summary>Reads text that comes with the program and is known to be well-formed.</summary>
    /// <exception cref="FormatException">The text is not a zone's.</exception>
    public static IReadOnlyList<RRset> Parse(string text, DomainName? origin = null)
    {
        using var reader = ZoneReader.FromText(text, new() { Origin = origin ?? DomainName.Root });
        return Collect(reader, out var sets) is { } error ? throw new FormatException(error.ToString()) : sets;
    }

    /// <summary>Takes in a copy of a record.</summary>
    public void Add(in ZoneRecord record) =>
        Add(record.Owner, record.Ttl, record.Class, record.Type, record.Rdata);

    /// <summary>Takes in a copy of a record.</summary>
    public void Add(
        ReadOnlySpan<byte> owner, Ttl ttl, RecordClass recordClass, RecordType type, ReadOnlySpan<byte> rdata)
    {
        if (_owner is null || !_owner.Wire.SequenceEqual(owner))
            _owner = DomainName.FromWire(owner);
        var setType = type == RecordType.Rrsig && RrsigData.TryRead(rdata, out var rrsig) ? rrsig.TypeCovered : type;
        var record = new CollectedRecord(_owner, setType, type, recordClass, ttl, rdata.ToArray());
        _isSorted = _isSorted && (_records.Count == 0 || _records[^1].CompareSets(record) <= 0);
        _records.Add(record);
    }

    /// <summary>Makes the sets; false if one has more than <see cref="MaxSetLength"/> records.</summary>
    public bool TryBuild(out IReadOnlyList<RRset> sets)
    {
        var built = new List<RRset>();
        sets = [];
        var records = _isSorted ? _records : _records.OrderBy(record => record, Comparer).ToList();
        for (var start = 0; start < records.Count;)
        {
            var end = start + 1;
            while (end < records.Count && records[end].CompareSets(records[start]) == 0)
                end++;
            if (end - start > MaxSetLength)
                return false;
            built.Add(Build(records, start, end));
            start = end;
        }
        sets = built;
        return true;
    }

    private static RRset Build(List<CollectedRecord> records, int start, int end)
    {
        var first = records[start];
        var builder = new RRsetBuilder(first.Owner, first.SetType, first.Class);
        for (var i = start; i < end; i++)
        {
            var record = records[i];
            if (record.Type == RecordType.Rrsig && record.SetType != RecordType.Rrsig)
                builder.AddSignature(record.Rdata, record.Ttl);
            else
                builder.Add(record.Rdata, record.Ttl);
        }
        return builder.Build();
    }
}
