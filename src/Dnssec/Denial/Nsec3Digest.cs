using System.Buffers.Binary;
using Dns;

namespace Dnssec.Denial;

/// <summary>
/// A hash of 160 bits as NSEC3 uses it: the order of owners in the zone is the order of these numbers.
/// </summary>
/// <param name="High">The first eight octets.</param>
/// <param name="Middle">The next eight.</param>
/// <param name="Low">The last four.</param>
public readonly record struct Nsec3Digest(ulong High, ulong Middle, uint Low) : IComparable<Nsec3Digest>
{
    /// <summary>Octets of the hash: SHA-1 is the only function there is (RFC 5155 §11).</summary>
    public const int Length = 20;

    /// <summary>Characters of the hash in an owner name: base32hex without padding (RFC 5155 §1.3).</summary>
    public const int LabelLength = 32;

    /// <summary>Reads 20 octets.</summary>
    public static Nsec3Digest FromOctets(ReadOnlySpan<byte> octets) => new(
        BinaryPrimitives.ReadUInt64BigEndian(octets),
        BinaryPrimitives.ReadUInt64BigEndian(octets[8..]),
        BinaryPrimitives.ReadUInt32BigEndian(octets[16..]));

    /// <summary>Reads the first label of an NSEC3 owner; false if it is not such a hash.</summary>
    public static bool TryFromLabel(ReadOnlySpan<byte> label, out Nsec3Digest digest)
    {
        digest = default;
        if (label.Length != LabelLength)
            return false;
        Span<byte> octets = stackalloc byte[Length];
        var bits = 0u;
        var count = 0;
        var position = 0;
        foreach (var character in label)
        {
            // RFC 4648 §7: '0' to '9' stand for 0 to 9 and 'A' to 'V', in either case here, for 10 to 31.
            var folded = WireName.FoldOctet(character);
            var value = folded switch
            {
                >= (byte)'0' and <= (byte)'9' => folded - '0',
                >= (byte)'a' and <= (byte)'v' => folded - 'a' + 10,
                _ => -1,
            };
            if (value < 0)
                return false;
            bits = bits << 5 | (uint)value;
            count += 5;
            if (count < 8)
                continue;
            count -= 8;
            octets[position++] = (byte)(bits >> count);
        }
        digest = FromOctets(octets);
        return true;
    }

    /// <summary>Writes the hash as an owner's first label, without the length octet: 32 characters.</summary>
    public void WriteLabel(Span<byte> label)
    {
        Span<byte> octets = stackalloc byte[Length];
        WriteOctets(octets);
        var bits = 0u;
        var count = 0;
        var position = 0;
        foreach (var octet in octets)
        {
            bits = bits << 8 | octet;
            count += 8;
            for (; count >= 5; position++)
            {
                count -= 5;
                var value = (byte)(bits >> count & 31);
                label[position] = (byte)(value < 10 ? '0' + value : 'a' + value - 10);
            }
        }
    }

    /// <summary>Writes the 20 octets.</summary>
    public void WriteOctets(Span<byte> octets)
    {
        BinaryPrimitives.WriteUInt64BigEndian(octets, High);
        BinaryPrimitives.WriteUInt64BigEndian(octets[8..], Middle);
        BinaryPrimitives.WriteUInt32BigEndian(octets[16..], Low);
    }

    /// <inheritdoc/>
    public int CompareTo(Nsec3Digest other)
    {
        var order = High.CompareTo(other.High);
        if (order == 0)
            order = Middle.CompareTo(other.Middle);
        return order == 0 ? Low.CompareTo(other.Low) : order;
    }

    /// <summary>Orders hashes as numbers.</summary>
    public static bool operator <(Nsec3Digest left, Nsec3Digest right) => left.CompareTo(right) < 0;

    /// <summary>Orders hashes as numbers.</summary>
    public static bool operator >(Nsec3Digest left, Nsec3Digest right) => left.CompareTo(right) > 0;

    /// <summary>Orders hashes as numbers.</summary>
    public static bool operator <=(Nsec3Digest left, Nsec3Digest right) => left.CompareTo(right) <= 0;

    /// <summary>Orders hashes as numbers.</summary>
    public static bool operator >=(Nsec3Digest left, Nsec3Digest right) => left.CompareTo(right) >= 0;
}
