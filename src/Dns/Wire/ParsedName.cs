namespace Dns.Wire;

/// <summary>
/// A view of a name inside a message, compression pointers and all. Made only by <see cref="TryParse"/>, which has
/// followed every pointer: they lead strictly backwards and the name is at most 255 octets.
/// </summary>
public readonly ref struct ParsedName
{
    private readonly ReadOnlySpan<byte> _message;
    private readonly int _offset;

    private ParsedName(ReadOnlySpan<byte> message, int offset, int length)
    {
        _message = message;
        _offset = offset;
        Length = length;
    }

    /// <summary>Octets of the name once uncompressed, the root's zero included.</summary>
    public int Length { get; }

    /// <summary>Where in the message the name begins.</summary>
    public int Offset => _offset;

    /// <summary>
    /// Parses the name at <paramref name="offset"/>; <paramref name="end"/> is where the octets behind it begin.
    /// </summary>
    public static WireError TryParse(ReadOnlySpan<byte> message, int offset, out ParsedName name, out int end)
    {
        name = default;
        end = 0;
        var length = 0;
        // Pointers must go below every place visited, so at most 255/2 labels and as many pointers are followed.
        var limit = offset;
        var position = offset;
        while (true)
        {
            if (position >= message.Length)
                return WireError.NameCut;
            int octet = message[position];
            if (octet == 0)
                break;
            if (octet <= WireName.MaxLabelLength)
            {
                length += octet + 1;
                position += octet + 1;
                if (length >= WireName.MaxLength)
                    return WireError.NameTooLong;
                continue;
            }
            if (octet < 0xc0)
                return WireError.LabelType;
            if (position + 1 >= message.Length)
                return WireError.NameCut;
            // RFC 1035 §4.1.4: a pointer refers to a prior occurrence of a name.
            var target = ((octet & 0x3f) << 8) | message[position + 1];
            if (target >= limit)
                return WireError.PointerForward;
            if (end == 0)
                end = position + 2;
            limit = target;
            position = target;
        }
        if (end == 0)
            end = position + 1;
        name = new(message, offset, length + 1);
        return WireError.None;
    }

    /// <summary>Copies the uncompressed wire form, case kept; returns its length.</summary>
    public int CopyTo(Span<byte> wire)
    {
        var written = 0;
        var position = _offset;
        while (true)
        {
            int octet = _message[position];
            if (octet >= 0xc0)
            {
                position = ((octet & 0x3f) << 8) | _message[position + 1];
                continue;
            }
            _message.Slice(position, octet + 1).CopyTo(wire[written..]);
            written += octet + 1;
            position += octet + 1;
            if (octet == 0)
                return written;
        }
    }

    /// <summary>True if this is the given uncompressed name but for ASCII case.</summary>
    public bool Equals(ReadOnlySpan<byte> wire)
    {
        if (wire.Length != Length)
            return false;
        Span<byte> own = stackalloc byte[WireName.MaxLength];
        return WireName.Equals(own[..CopyTo(own)], wire);
    }

    /// <summary>True if both are the same name but for ASCII case.</summary>
    public bool Equals(ParsedName other)
    {
        if (other.Length != Length)
            return false;
        Span<byte> wire = stackalloc byte[WireName.MaxLength];
        return Equals(wire[..other.CopyTo(wire)]);
    }

    /// <summary>The name as an object of its own.</summary>
    public DomainName ToDomainName()
    {
        Span<byte> wire = stackalloc byte[WireName.MaxLength];
        return DomainName.FromWire(wire[..CopyTo(wire)]);
    }

    /// <summary>Presentation format with a trailing dot.</summary>
    public override string ToString() => ToDomainName().ToString();
}
