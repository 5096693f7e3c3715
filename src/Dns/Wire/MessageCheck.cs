namespace Dns.Wire;

/// <summary>
/// Reads a whole message and tells the first thing that is wrong with it: framing, names, the RDATA of every type
/// that has a known form, the place of OPT and TSIG. It says nothing about whether the message makes sense.
/// </summary>
public static class MessageCheck
{
    /// <summary>The first fault of the message; None if every octet of it is accounted for.</summary>
    public static WireError FirstFault(ReadOnlySpan<byte> message)
    {
        if (!MessageReader.TryStart(message, out var reader) || !reader.TrySkipQuestions())
            return reader.Error;
        var opts = 0;
        var previous = RecordType.Opt;
        while (reader.TryReadRecord(out var record))
        {
            // RFC 8945 §5.1: TSIG is the last record of the additional section.
            if (previous == RecordType.Tsig)
                return WireError.TsigMisplaced;
            previous = record.Type;
            // RFC 6891 §6.1.1: one OPT, in the additional section, owned by the root.
            if (record.Type == RecordType.Opt && !IsOptInPlace(record, ++opts))
                return WireError.OptMisplaced;
            var error = IsEmptyUpdate(reader.Header, record) ? WireError.None : RdataExpander.Check(record);
            if (error != WireError.None)
                return error;
        }
        if (reader.Error != WireError.None)
            return reader.Error;
        return reader.IsAtEnd ? WireError.None : WireError.TrailingOctets;
    }

    private static bool IsOptInPlace(in RecordView record, int opts) =>
        opts == 1 && record.Section == Section.Additional && record.Owner.Length == 1;

    // RFC 2136 §2.4, §2.5: prerequisites and deletions in an update are records of class ANY or NONE without RDATA.
    private static bool IsEmptyUpdate(in MessageHeader header, in RecordView record) =>
        header.Opcode == Opcode.Update && record.RdataLength == 0
        && record.Class is RecordClass.Any or RecordClass.None;
}
