using System.Buffers.Binary;
using Dns;
using Dns.Edns;
using Dns.Wire;

namespace Resolver.Queries;

/// <summary>The door: reads what a client sent into a <see cref="Query"/>, or says what to answer instead.</summary>
public static class QueryParser
{
    /// <summary>Octets of a COOKIE option: the client's alone, or with a server's of 8 to 32 (RFC 7873 §4).</summary>
    private const int ClientCookieLength = 8, MinFullCookieLength = 16, MaxFullCookieLength = 40;

    /// <summary>Reads a query; false with the fault otherwise.</summary>
    [HotPath]
    public static bool TryParse(ReadOnlySpan<byte> packet, out Query query, out QueryFault fault)
    {
        query = default;
        if (!MessageHeader.TryRead(packet, out var header) || header.IsResponse)
            return Fail(QueryFault.NotAQuery, out fault);
        if (header.Opcode != Opcode.Query)
            return Fail(QueryFault.OpcodeNotImplemented, out fault);
        // RFC 9619 §4: a query has exactly one question.
        if (header.QuestionCount != 1)
            return Fail(QueryFault.Malformed, out fault);
        // A question's name has nothing before it to point to, so it must stand uncompressed.
        var nameLength = WireName.Measure(packet[MessageHeader.Length..]);
        var end = MessageHeader.Length + nameLength + 4;
        if (nameLength < 0 || end > packet.Length)
            return Fail(QueryFault.Malformed, out fault);
        if (!TryReadRest(packet, header, end, out var edns, out fault))
            return false;
        query = new(
            header,
            packet.Slice(MessageHeader.Length, nameLength),
            (RecordType)BinaryPrimitives.ReadUInt16BigEndian(packet[(end - 4)..]),
            (RecordClass)BinaryPrimitives.ReadUInt16BigEndian(packet[(end - 2)..]),
            edns);
        return true;
    }

    private static bool TryReadRest(
        ReadOnlySpan<byte> packet, MessageHeader header, int end, out EdnsRequest edns, out QueryFault fault)
    {
        edns = default;
        fault = QueryFault.None;
        if (header.AnswerCount + header.AuthorityCount + header.AdditionalCount == 0)
            return end == packet.Length || Fail(QueryFault.Malformed, out fault);
        MessageReader.TryStart(packet, out var reader);
        var hasTsig = false;
        while (reader.TryReadRecord(out var record))
        {
            // RFC 8945 §5.1: TSIG is the last record and stands alone. Nobody has a key here; it is then ignored.
            if (hasTsig)
                return Fail(QueryFault.Malformed, out fault);
            hasTsig = record.Type == RecordType.Tsig;
            if (record.Type == RecordType.Opt && !TryReadOpt(record, ref edns, out fault))
                return false;
        }
        if (reader.Error != WireError.None || !reader.IsAtEnd)
            return Fail(QueryFault.Malformed, out fault);
        return true;
    }

    private static bool TryReadOpt(in RecordView record, ref EdnsRequest edns, out QueryFault fault)
    {
        // RFC 6891 §6.1.1: one OPT at most, in the additional section, at the root.
        if (edns.IsPresent || record.Section != Section.Additional || record.Owner.Length != 1)
            return Fail(QueryFault.Malformed, out fault);
        var header = EdnsHeader.From(record);
        edns = new() { IsPresent = true, Header = header };
        if (header.Version != 0)
            return Fail(QueryFault.EdnsVersion, out fault);
        if (!EdnsOptions.TryParse(record.Rdata, out var options))
            return Fail(QueryFault.Malformed, out fault);
        return TryReadOptions(options, header, ref edns, out fault);
    }

    private static bool TryReadOptions(
        EdnsOptions options, EdnsHeader header, ref EdnsRequest edns, out QueryFault fault)
    {
        bool nsid = false, keepalive = false, padded = false;
        ReadOnlySpan<byte> cookie = default;
        foreach (var option in options)
        {
            nsid |= option.Code == EdnsOptionCode.Nsid;
            keepalive |= option.Code == EdnsOptionCode.TcpKeepalive;
            padded |= option.Code == EdnsOptionCode.Padding;
            if (option.Code != EdnsOptionCode.Cookie || !cookie.IsEmpty)
                continue;
            // RFC 7873 §5.2.2: a COOKIE option of a wrong length is FORMERR.
            cookie = option.Content;
            if (cookie.Length != ClientCookieLength && cookie.Length is < MinFullCookieLength or > MaxFullCookieLength)
                return Fail(QueryFault.Malformed, out fault);
        }
        edns = new()
        {
            IsPresent = true,
            Header = header,
            WantsNsid = nsid,
            WantsKeepalive = keepalive,
            IsPadded = padded,
            Cookie = cookie,
        };
        fault = QueryFault.None;
        return true;
    }

    private static bool Fail(QueryFault why, out QueryFault fault)
    {
        fault = why;
        return false;
    }
}
