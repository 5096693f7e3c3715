using Dns;
using Dns.Edns;
using Dns.Wire;

namespace Resolver.Answers;

/// <summary>
/// Writes responses that carry no data: to messages that are no good query, to clients that are not served, to
/// questions that are not answered.
/// </summary>
public static class RejectionEncoder
{
    /// <summary>
    /// Writes a response to a packet that has a whole header and is not a response; returns its length. The
    /// question comes back if there is one that can be read; OPT only where the packet had one.
    /// </summary>
    public static int Encode(
        ReadOnlySpan<byte> packet, ResponseCode rcode, ExtendedErrorCode? error, Span<byte> response) =>
        Encode(packet, 0, rcode, error, response);

    /// <summary>Writes an empty response with TC, which sends the client to TCP; returns its length.</summary>
    public static int EncodeTruncated(ReadOnlySpan<byte> packet, Span<byte> response) =>
        Encode(packet, MessageHeader.TruncatedBit, ResponseCode.NoError, null, response);

    private static int Encode(
        ReadOnlySpan<byte> packet, ushort extraFlags, ResponseCode rcode, ExtendedErrorCode? error, Span<byte> response)
    {
        MessageReader.TryStart(packet, out var reader);
        var header = reader.Header;
        var writer = new MessageWriter(response);
        if (header.QuestionCount == 1 && reader.TryReadQuestion(out var question))
        {
            Span<byte> name = stackalloc byte[WireName.MaxLength];
            writer.TryWriteQuestion(name[..question.Name.CopyTo(name)], question.Type, question.Class);
        }
        if (HasOpt(ref reader))
            WriteOpt(ref writer, rcode, error);
        // The opcode and RD come back as they were; every other bit of the query is left out.
        var flags = MessageHeader.ResponseBit | MessageHeader.RecursionAvailableBit;
        flags |= header.Flags & (0x7800 | MessageHeader.RecursionDesiredBit | MessageHeader.CheckingDisabledBit);
        return writer.Finish(header.Id, (ushort)(flags | extraFlags | ((int)rcode & 0xf)));
    }

    private static bool HasOpt(ref MessageReader reader)
    {
        while (reader.TryReadRecord(out var record))
        {
            if (record.Type == RecordType.Opt && record.Section == Section.Additional && record.Owner.Length == 1)
                return true;
        }
        return false;
    }

    private static void WriteOpt(ref MessageWriter writer, ResponseCode rcode, ExtendedErrorCode? error)
    {
        Span<byte> buffer = stackalloc byte[EdnsOptionWriter.HeadLength + 2];
        var options = new EdnsOptionWriter(buffer);
        if (error is { } code)
            options.TryWriteExtendedError(code, []);
        var header = new EdnsHeader(ResponseSettings.DefaultMaxDatagram, (byte)((int)rcode >> 4), 0, 0);
        writer.TryWriteRecord(
            Section.Additional, WireName.Root, RecordType.Opt, (RecordClass)header.PayloadSize, header.TtlField,
            options.Written);
    }
}
