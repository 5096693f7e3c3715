namespace Dns.Records;

/// <summary>
/// A set of types as NSEC, NSEC3 and CSYNC records carry it (RFC 4034 §4.1.2): windows of 256 types, each a bitmap
/// of at most 32 octets.
/// </summary>
public readonly ref struct TypeBitmap
{
    /// <summary>Octets of the longest bitmap of one window.</summary>
    public const int MaxWindowLength = 32;

    private readonly ReadOnlySpan<byte> _windows;

    private TypeBitmap(ReadOnlySpan<byte> windows) => _windows = windows;

    /// <summary>True if the set has no type.</summary>
    public bool IsEmpty => _windows.IsEmpty;

    /// <summary>Takes the octets of a bitmap; false if they are malformed.</summary>
    // RFC 4034 §4.1.2: windows come in increasing order, empty ones and trailing zero octets are left out.
    public static bool TryRead(ReadOnlySpan<byte> octets, out TypeBitmap bitmap)
    {
        bitmap = new(octets);
        var previous = -1;
        while (!octets.IsEmpty)
        {
            if (octets.Length < 2 || octets[0] <= previous)
                return false;
            previous = octets[0];
            int length = octets[1];
            if (length is 0 or > MaxWindowLength || octets.Length < 2 + length || octets[1 + length] == 0)
                return false;
            octets = octets[(2 + length)..];
        }
        return true;
    }

    /// <summary>True if the type is in the set.</summary>
    public bool Contains(RecordType type)
    {
        var window = (int)type >> 8;
        var octet = ((int)type & 0xff) >> 3;
        for (var rest = _windows; !rest.IsEmpty; rest = rest[(2 + rest[1])..])
        {
            if (rest[0] == window)
                return octet < rest[1] && (rest[2 + octet] & (0x80 >> ((int)type & 7))) != 0;
        }
        return false;
    }

    /// <summary>Enumerates the types in increasing order.</summary>
    public Enumerator GetEnumerator() => new(_windows);

    /// <summary>Walks a <see cref="TypeBitmap"/>.</summary>
    public ref struct Enumerator
    {
        private ReadOnlySpan<byte> _rest;
        private int _bit;

        internal Enumerator(ReadOnlySpan<byte> windows)
        {
            _rest = windows;
            _bit = -1;
        }

        /// <summary>The type reached.</summary>
        public readonly RecordType Current => (RecordType)((_rest[0] << 8) | _bit);

        /// <summary>Goes on to the next type; false at the end.</summary>
        public bool MoveNext()
        {
            while (!_rest.IsEmpty)
            {
                for (_bit++; _bit < _rest[1] * 8; _bit++)
                {
                    if ((_rest[2 + (_bit >> 3)] & (0x80 >> (_bit & 7))) != 0)
                        return true;
                }
                _rest = _rest[(2 + _rest[1])..];
                _bit = -1;
            }
            return false;
        }
    }
}
