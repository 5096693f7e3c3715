using System.Buffers.Binary;

namespace Dns.Wire;

/// <summary>The 12 octets that begin every message (RFC 1035 §4.1.1; AD and CD: RFC 4035 §3).</summary>
/// <param name="Id">The message ID.</param>
/// <param name="Flags">The second 16 bits as they stand on the wire.</param>
/// <param name="QuestionCount">QDCOUNT.</param>
/// <param name="AnswerCount">ANCOUNT.</param>
/// <param name="AuthorityCount">NSCOUNT.</param>
/// <param name="AdditionalCount">ARCOUNT.</param>
public readonly record struct MessageHeader(
    ushort Id, ushort Flags, ushort QuestionCount, ushort AnswerCount, ushort AuthorityCount, ushort AdditionalCount)
{
    /// <summary>Octets of a header.</summary>
    public const int Length = 12;

    /// <summary>QR: set in responses.</summary>
    public const ushort ResponseBit = 0x8000;

    /// <summary>AA: an answer from the zone itself.</summary>
    public const ushort AuthoritativeBit = 0x0400;

    /// <summary>TC: the answer did not fit.</summary>
    public const ushort TruncatedBit = 0x0200;

    /// <summary>RD: recursion is asked for.</summary>
    public const ushort RecursionDesiredBit = 0x0100;

    /// <summary>RA: recursion is to be had.</summary>
    public const ushort RecursionAvailableBit = 0x0080;

    /// <summary>AD: all data in answer and authority has been validated.</summary>
    public const ushort AuthenticDataBit = 0x0020;

    /// <summary>CD: the client does its own checking.</summary>
    public const ushort CheckingDisabledBit = 0x0010;

    /// <summary>True for a response.</summary>
    public bool IsResponse => (Flags & ResponseBit) != 0;

    /// <summary>The kind of message.</summary>
    public Opcode Opcode => (Opcode)((Flags >> 11) & 0xf);

    /// <summary>AA.</summary>
    public bool IsAuthoritative => (Flags & AuthoritativeBit) != 0;

    /// <summary>TC.</summary>
    public bool IsTruncated => (Flags & TruncatedBit) != 0;

    /// <summary>RD.</summary>
    public bool IsRecursionDesired => (Flags & RecursionDesiredBit) != 0;

    /// <summary>RA.</summary>
    public bool IsRecursionAvailable => (Flags & RecursionAvailableBit) != 0;

    /// <summary>AD.</summary>
    public bool IsAuthenticData => (Flags & AuthenticDataBit) != 0;

    /// <summary>CD.</summary>
    public bool IsCheckingDisabled => (Flags & CheckingDisabledBit) != 0;

    /// <summary>The four response code bits of the header; EDNS has eight more.</summary>
    public ResponseCode ResponseCode => (ResponseCode)(Flags & 0xf);

    /// <summary>Reads a header; false if the message is too short to have one.</summary>
    [HotPath]
    public static bool TryRead(ReadOnlySpan<byte> message, out MessageHeader header)
    {
        if (message.Length < Length)
        {
            header = default;
            return false;
        }
        header = new(
            BinaryPrimitives.ReadUInt16BigEndian(message),
            BinaryPrimitives.ReadUInt16BigEndian(message[2..]),
            BinaryPrimitives.ReadUInt16BigEndian(message[4..]),
            BinaryPrimitives.ReadUInt16BigEndian(message[6..]),
            BinaryPrimitives.ReadUInt16BigEndian(message[8..]),
            BinaryPrimitives.ReadUInt16BigEndian(message[10..]));
        return true;
    }

    /// <summary>Writes the header to the first 12 octets of a message.</summary>
    [HotPath]
    public void Write(Span<byte> message)
    {
        BinaryPrimitives.WriteUInt16BigEndian(message, Id);
        BinaryPrimitives.WriteUInt16BigEndian(message[2..], Flags);
        BinaryPrimitives.WriteUInt16BigEndian(message[4..], QuestionCount);
        BinaryPrimitives.WriteUInt16BigEndian(message[6..], AnswerCount);
        BinaryPrimitives.WriteUInt16BigEndian(message[8..], AuthorityCount);
        BinaryPrimitives.WriteUInt16BigEndian(message[10..], AdditionalCount);
    }
}
