using System.Buffers;
using System.Buffers.Binary;
using Dns;
using Dns.Edns;
using Dns.Wire;

namespace Resolver.Recursion.Responses;

/// <summary>Reads a response that an exchange has found to be whole into RRsets.</summary>
internal sealed class ResponseParser
{
    /// <summary>
    /// Records of one set that are kept. Sets are compared record by record, and more than this is seen in attacks
    /// only; PowerDNS stops at 256 records, BIND at 100.
    /// </summary>
    public const int MaxRecordsPerSet = 500;

    /// <summary>Sets of one section that are kept; a referral with 20 servers and their glue has about 60.</summary>
    public const int MaxSetsPerSection = 128;

    /// <summary>
    /// Signatures of one set that are kept: two algorithms, two keys of each, and a rollover. Unbound keeps 8.
    /// </summary>
    public const int MaxSignatures = 8;

    private readonly RecordType _asked;
    private readonly List<RRsetBuilder>[] _sections = [[], [], []];
    private EdnsHeader? _edns;
    private byte[] _options = [];
    private int _clipped;
    private int _malformed;

    private ResponseParser(RecordType asked) => _asked = asked;

    /// <summary>Reads a message; null if its framing is broken after all.</summary>
    public static ParsedResponse? Parse(byte[] message, RecordType asked)
    {
        if (!MessageReader.TryStart(message, out var reader))
            return null;
        var parser = new ResponseParser(asked);
        var buffer = ArrayPool<byte>.Shared.Rent(message.Length + RdataExpander.MaxGrowth);
        while (reader.TryReadRecord(out var record))
            parser.Take(record, buffer);
        ArrayPool<byte>.Shared.Return(buffer);
        return reader.Error == WireError.None ? parser.Finish(reader.Header) : null;
    }

    private void Take(in RecordView record, byte[] buffer)
    {
        if (record.Type == RecordType.Opt)
        {
            _edns = EdnsHeader.From(record);
            _options = record.Rdata.ToArray();
            return;
        }
        if (record.Class != RecordClass.In || record.Type is RecordType.Tsig or RecordType.Tkey or RecordType.Any)
            return;
        // One record that its type does not allow says nothing against the others.
        if (RdataExpander.TryExpand(record, buffer, out var length) != WireError.None)
        {
            _malformed++;
            return;
        }
        var rdata = buffer.AsSpan(0, length);
        // Signatures belong to the set they cover, unless they are what was asked for.
        if (record.Type != RecordType.Rrsig || (_asked == RecordType.Rrsig && record.Section == Section.Answer))
            AddRecord(record, rdata);
        else
            AddSignature(record, rdata);
    }

    private void AddRecord(in RecordView record, ReadOnlySpan<byte> rdata)
    {
        if (FindSet(record, record.Type) is { } set && set.Count < MaxRecordsPerSet)
            set.Add(rdata, record.Ttl);
        else
            _clipped++;
    }

    private void AddSignature(in RecordView record, ReadOnlySpan<byte> rdata)
    {
        var covered = (RecordType)BinaryPrimitives.ReadUInt16BigEndian(rdata);
        if (FindSet(record, covered) is { } set && set.SignatureCount < MaxSignatures)
            set.AddSignature(rdata, record.Ttl);
        else
            _clipped++;
    }

    private RRsetBuilder? FindSet(in RecordView record, RecordType type)
    {
        var sets = _sections[(int)record.Section];
        // Records of one set usually stand together: look from the end.
        for (var i = sets.Count - 1; i >= 0; i--)
        {
            if (sets[i].Type == type && record.Owner.Equals(sets[i].Owner.Wire))
                return sets[i];
        }
        if (sets.Count == MaxSetsPerSection)
            return null;
        var set = new RRsetBuilder(record.Owner.ToDomainName(), type);
        sets.Add(set);
        return set;
    }

    private ParsedResponse Finish(MessageHeader header) => new()
    {
        Header = header,
        ResponseCode = (ResponseCode)((int)header.ResponseCode | (_edns?.ExtendedRcode ?? 0) << 4),
        Answer = Build(Section.Answer),
        Authority = Build(Section.Authority),
        Additional = Build(Section.Additional),
        Edns = _edns,
        EdnsOptions = _options,
        ClippedCount = _clipped,
        MalformedCount = _malformed,
    };

    private List<RRset> Build(Section section)
    {
        var sets = new List<RRset>();
        foreach (var set in _sections[(int)section])
        {
            // Signatures without what they cover say nothing.
            if (set.Count > 0)
                sets.Add(set.Build());
        }
        return sets;
    }
}
