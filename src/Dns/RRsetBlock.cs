using System.Buffers.Binary;
using Dns.Wire;

namespace Dns;

/// <summary>
/// Checks octets from outside the process, of a file for instance, before they are taken for the block of an
/// <see cref="RRset"/>.
/// </summary>
public static class RRsetBlock
{
    private const int LengthSize = sizeof(ushort);

    /// <summary>
    /// The octets of the well-formed block at the start of the span, or -1 if there is none: every length adds up,
    /// the owner is a name, and each RDATA has the form of its type.
    /// </summary>
    public static int Measure(ReadOnlySpan<byte> octets)
    {
        if (octets.Length < RRset.OwnerAt)
            return -1;
        var length = BinaryPrimitives.ReadInt32BigEndian(octets);
        var ownerEnd = RRset.OwnerAt + octets[RRset.OwnerLengthAt];
        if (length < ownerEnd || length > octets.Length || !WireName.IsValid(octets[RRset.OwnerAt..ownerEnd]))
            return -1;
        if (BinaryPrimitives.ReadInt32BigEndian(octets[RRset.TtlAt..]) < 0)
            return -1;
        var type = (RecordType)BinaryPrimitives.ReadUInt16BigEndian(octets[RRset.TypeAt..]);
        var recordClass = (RecordClass)BinaryPrimitives.ReadUInt16BigEndian(octets[RRset.ClassAt..]);
        var count = BinaryPrimitives.ReadUInt16BigEndian(octets[RRset.CountAt..]);
        var signatureCount = BinaryPrimitives.ReadUInt16BigEndian(octets[RRset.SignatureCountAt..]);
        var rest = octets[ownerEnd..length];
        var isWellFormed = TrySkip(ref rest, count, type, recordClass)
            && TrySkip(ref rest, signatureCount, RecordType.Rrsig, recordClass)
            && rest.IsEmpty;
        return isWellFormed ? length : -1;
    }

    private static bool TrySkip(ref ReadOnlySpan<byte> rest, int count, RecordType type, RecordClass recordClass)
    {
        for (var i = 0; i < count; i++)
        {
            if (rest.Length < LengthSize)
                return false;
            var end = LengthSize + BinaryPrimitives.ReadUInt16BigEndian(rest);
            if (end > rest.Length || !RdataExpander.IsWellFormed(type, recordClass, rest[LengthSize..end]))
                return false;
            rest = rest[end..];
        }
        return true;
    }
}
