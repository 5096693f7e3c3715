namespace Dns.Wire;

/// <summary>
/// A view of a name inside a message, compression pointers and all. Made only by <see cref="TryParse"/>, which has
/// followed every pointer: they lead strictly backwards and the name is at most 255 octets.
/// </summary>
public readonly ref struct ParsedName
{
    /// <summary>
    /// Pointers followed in one name: one per label is all that any compression makes. With it a name costs at most
    /// 254 steps, however many names of a message lead through the same pointers.
    /// </summary>
    public const int MaxPointers = WireName.MaxLabels;

    private const int PointerBits = 0xc0;

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
    [HotPath]
    public static WireError TryParse(ReadOnlySpan<byte> message, int offset, out ParsedName name, out int end)
    {
        name = default;
        end = 0;
        var length = 0;
        var pointers = 0;
        var position = offset;
        // A pointer must go below where the run of labels it ends began: no place is visited twice.
        var limit = offset;
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
            var error = TryFollow(message, position, limit, out var target);
            if (error != WireError.None)
                return error;
            if (pointers++ == MaxPointers)
                return WireError.PointerChain;
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

    private static WireError TryFollow(ReadOnlySpan<byte> message, int position, int limit, out int target)
    {
        target = 0;
        if (message[position] < PointerBits)
            return WireError.LabelType;
        if (position + 1 >= message.Length)
            return WireError.NameCut;
        // RFC 1035 §4.1.4: a pointer refers to a prior occurrence of a name.
        target = PointerTarget(message, position);
        return target < limit ? WireError.None : WireError.PointerForward;
    }

    private static int PointerTarget(ReadOnlySpan<byte> message, int position) =>
        ((message[position] & ~PointerBits) << 8) | message[position + 1];

    /// <summary>Copies the uncompressed wire form, case kept; returns its length.</summary>
    [HotPath]
    public int CopyTo(Span<byte> wire)
    {
        var written = 0;
        for (var position = _offset; ;)
        {
            var label = LabelAt(ref position);
            label.CopyTo(wire[written..]);
            written += label.Length;
            if (label.Length == 1)
                return written;
        }
    }

    /// <summary>True if this is the given uncompressed name but for ASCII case.</summary>
    [HotPath]
    public bool Equals(ReadOnlySpan<byte> wire)
    {
        if (wire.Length != Length)
            return false;
        for (var position = _offset; !wire.IsEmpty;)
        {
            var label = LabelAt(ref position);
            if (wire.Length < label.Length || !WireName.Equals(label, wire[..label.Length]))
                return false;
            wire = wire[label.Length..];
        }
        return true;
    }

    /// <summary>True if both are the same name but for ASCII case.</summary>
    [HotPath]
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

    /// <summary>The label at a position or where its pointers lead, length octet in front; goes on behind it.</summary>
    private ReadOnlySpan<byte> LabelAt(ref int position)
    {
        while (_message[position] >= PointerBits)
            position = PointerTarget(_message, position);
        var label = _message.Slice(position, _message[position] + 1);
        position += label.Length;
        return label;
    }
}
