using System.Runtime.CompilerServices;

namespace Dns.Wire;

/// <summary>
/// Where suffixes of names stand in a message being written, so that later names can point to them. Holds the
/// first <see cref="Capacity"/> suffixes only: work per name is bounded whatever the message holds.
/// </summary>
internal struct NameTable
{
    /// <summary>Suffixes remembered: an answer with eight-link chains needs about 40.</summary>
    public const int Capacity = 64;

    /// <summary>
    /// Comparisons made for one name: hashes of 16 bits lead astray less than once in a hundred names, so only names
    /// that were made to collide come here, and they are then written without a pointer.
    /// </summary>
    public const int MaxComparisons = 8;

    private Offsets _offsets;
    private Offsets _hashes;

    /// <summary>Suffixes remembered so far; lowered to forget what a roll-back took off the message.</summary>
    public int Count { get; set; }

    /// <summary>The hash of a suffix, its first label added to the hash of the suffix behind it.</summary>
    public static uint HashLabel(uint suffixHash, ReadOnlySpan<byte> label)
    {
        foreach (var octet in label)
            suffixHash = (suffixHash + octet) * 0x9e3779b1;
        return suffixHash;
    }

    /// <summary>Remembers that a suffix with this hash stands at an offset a pointer can reach.</summary>
    public void Add(ushort hash, int offset)
    {
        // RFC 1035 §4.1.4: a pointer has 14 bits.
        if (Count == Capacity || offset > 0x3fff)
            return;
        _offsets[Count] = (ushort)offset;
        _hashes[Count] = hash;
        Count++;
    }

    /// <summary>The offset of the same octets, case and all, or -1.</summary>
    public readonly int Find(
        ReadOnlySpan<byte> message, ReadOnlySpan<byte> suffix, ushort hash, ref int comparisonsLeft)
    {
        for (var i = 0; i < Count; i++)
        {
            if (_hashes[i] != hash)
                continue;
            if (comparisonsLeft-- <= 0)
                return -1;
            if (Matches(message, _offsets[i], suffix))
                return _offsets[i];
        }
        return -1;
    }

    private static bool Matches(ReadOnlySpan<byte> message, int offset, ReadOnlySpan<byte> suffix)
    {
        while (true)
        {
            int octet = message[offset];
            if (octet >= 0xc0)
            {
                offset = ((octet & 0x3f) << 8) | message[offset + 1];
                continue;
            }
            if (!suffix.StartsWith(message.Slice(offset, octet + 1)))
                return false;
            if (octet == 0)
                return true;
            suffix = suffix[(octet + 1)..];
            offset += octet + 1;
        }
    }

    /// <summary>One number per suffix, in place.</summary>
    [InlineArray(Capacity)]
    private struct Offsets
    {
        private ushort _first;
    }
}
