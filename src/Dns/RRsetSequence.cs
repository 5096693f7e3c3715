namespace Dns;

/// <summary>
/// RRset blocks one behind another, proofs of a denial for instance: a view of one buffer, never changed. The
/// default value is empty.
/// </summary>
public readonly struct RRsetSequence
{
    private readonly byte[]? _buffer;
    private readonly int _offset;

    private RRsetSequence(byte[] buffer, int offset, int count)
    {
        _buffer = buffer;
        _offset = offset;
        Count = count;
    }

    /// <summary>No sets.</summary>
    public static RRsetSequence Empty => default;

    /// <summary>The number of sets.</summary>
    public int Count { get; }

    /// <summary>Octets of all blocks together.</summary>
    public int BlockLength
    {
        get
        {
            var length = 0;
            foreach (var set in this)
                length += set.BlockLength;
            return length;
        }
    }

    /// <summary>All blocks, to be copied and read again with <see cref="FromBlocks"/>.</summary>
    public ReadOnlySpan<byte> Blocks => _buffer.AsSpan(_offset, BlockLength);

    /// <summary>Gathers sets into one sequence of their copies.</summary>
    public static RRsetSequence Of(IReadOnlyList<RRset> sets)
    {
        var length = 0;
        foreach (var set in sets)
            length += set.BlockLength;
        var buffer = new byte[length];
        var position = 0;
        foreach (var set in sets)
        {
            set.Block.CopyTo(buffer.AsSpan(position));
            position += set.BlockLength;
        }
        return new(buffer, 0, sets.Count);
    }

    /// <summary>Reads blocks that <see cref="Blocks"/> gave and somebody copied to this place.</summary>
    public static RRsetSequence FromBlocks(byte[] buffer, int offset, int count) => new(buffer, offset, count);

    /// <summary>A copy that shares nothing with this one.</summary>
    public RRsetSequence Copy() => Count == 0 ? default : new(Blocks.ToArray(), 0, Count);

    /// <summary>Starts at the first set.</summary>
    public Enumerator GetEnumerator() => new(_buffer, _offset, Count);

    /// <summary>Walks an <see cref="RRsetSequence"/>.</summary>
    public struct Enumerator
    {
        private readonly byte[]? _buffer;
        private int _next;
        private int _left;

        internal Enumerator(byte[]? buffer, int offset, int count)
        {
            _buffer = buffer;
            _next = offset;
            _left = count;
            Current = default;
        }

        /// <summary>The set reached.</summary>
        public RRset Current { get; private set; }

        /// <summary>Goes on to the next; false at the end.</summary>
        public bool MoveNext()
        {
            if (_left == 0 || _buffer is null)
                return false;
            _left--;
            Current = RRset.FromBlock(_buffer, _next);
            _next += Current.BlockLength;
            return true;
        }
    }
}
