using System.Buffers.Binary;

namespace Dns;

/// <summary>RDATA after RDATA, each behind its 16-bit length. Enumerates without allocating.</summary>
public readonly ref struct RdataSequence
{
    private readonly ReadOnlySpan<byte> _octets;

    internal RdataSequence(ReadOnlySpan<byte> octets, int count)
    {
        _octets = octets;
        Count = count;
    }

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <summary>The octets behind the last.</summary>
    internal ReadOnlySpan<byte> Rest
    {
        get
        {
            var rest = _octets;
            for (var i = 0; i < Count; i++)
                rest = rest[(2 + BinaryPrimitives.ReadUInt16BigEndian(rest))..];
            return rest;
        }
    }

    /// <summary>Starts at the first.</summary>
    public Enumerator GetEnumerator() => new(_octets, Count);

    /// <summary>True if one of them is octet for octet the given RDATA.</summary>
    public bool Contains(ReadOnlySpan<byte> rdata)
    {
        foreach (var candidate in this)
        {
            if (candidate.SequenceEqual(rdata))
                return true;
        }
        return false;
    }

    /// <summary>Walks an <see cref="RdataSequence"/>.</summary>
    public ref struct Enumerator
    {
        private ReadOnlySpan<byte> _rest;
        private int _left;

        internal Enumerator(ReadOnlySpan<byte> octets, int count)
        {
            _rest = octets;
            _left = count;
            Current = default;
        }

        /// <summary>The RDATA reached.</summary>
        public ReadOnlySpan<byte> Current { get; private set; }

        /// <summary>Goes on to the next; false at the end.</summary>
        public bool MoveNext()
        {
            if (_left == 0)
                return false;
            _left--;
            var length = BinaryPrimitives.ReadUInt16BigEndian(_rest);
            Current = _rest.Slice(2, length);
            _rest = _rest[(2 + length)..];
            return true;
        }
    }
}
