using System.Buffers.Binary;
using Resolver.Ports;

namespace Resolver.Cache;

/// <summary>
/// One entry of a snapshot: kind 1, security 1, credibility 1, type 2, lifetime 4, end of lifetime 8, end of
/// signatures 4, port of the origin 2, octets of its address 1, proofs 1; then the address, for a denial the name
/// behind its length octet, and the blocks: set or SOA (four zero octets for none), proofs.
/// </summary>
internal static class SnapshotEntry
{
    /// <summary>Octets in front of the address.</summary>
    public const int FixedLength = 25;

    /// <summary>Octets that stand for no SOA.</summary>
    public const int NoSetLength = sizeof(int);

    /// <summary>Octets of an entry.</summary>
    public static int LengthOf(in StoredEntry entry) => FixedLength + entry.Origin.Host.OctetLength
        + (entry.Header.Kind == EntryKind.Data ? 0 : 1 + entry.Name.Length)
        + (entry.Set.IsNone ? NoSetLength : entry.Set.BlockLength) + entry.Proofs.BlockLength;

    /// <summary>Writes an entry into octets that are as many as it has.</summary>
    public static void Write(in StoredEntry entry, in Moment now, Span<byte> octets)
    {
        var header = entry.Header;
        octets[0] = (byte)header.Kind;
        octets[1] = (byte)header.Security;
        octets[2] = (byte)header.Credibility;
        BinaryPrimitives.WriteUInt16BigEndian(octets[3..], (ushort)header.Type);
        BinaryPrimitives.WriteUInt32BigEndian(octets[5..], header.Lifetime.Seconds);
        var end = now.Wall.Milliseconds + now.Monotonic.MillisecondsUntil(header.ExpiresAt);
        BinaryPrimitives.WriteInt64BigEndian(octets[9..], end);
        BinaryPrimitives.WriteUInt32BigEndian(octets[17..], header.SignaturesEnd);
        BinaryPrimitives.WriteUInt16BigEndian(octets[21..], entry.Origin.Port);
        octets[23] = (byte)entry.Origin.Host.OctetLength;
        octets[24] = header.ProofCount;
        var rest = octets[FixedLength..];
        rest = rest[entry.Origin.Host.Write(rest)..];
        if (header.Kind != EntryKind.Data)
            rest = Append(rest, [(byte)entry.Name.Length], entry.Name);
        rest = entry.Set.IsNone ? Append(rest, stackalloc byte[NoSetLength], []) : Append(rest, entry.Set.Block, []);
        if (entry.Proofs.Count > 0)
            entry.Proofs.Blocks.CopyTo(rest);
    }

    private static Span<byte> Append(
        Span<byte> rest, scoped ReadOnlySpan<byte> first, scoped ReadOnlySpan<byte> second)
    {
        first.CopyTo(rest);
        second.CopyTo(rest[first.Length..]);
        return rest[(first.Length + second.Length)..];
    }
}
