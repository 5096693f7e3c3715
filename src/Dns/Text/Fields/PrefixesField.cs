using System.Buffers.Binary;
using System.Text;

namespace Dns.Text.Fields;

/// <summary>Address prefixes to the end, perhaps none: [!]family:address/length (RFC 3123 §5).</summary>
internal sealed class PrefixesField : TextField
{
    private const int HeadLength = 4;
    private const byte NegationBit = 0x80;
    private const int IPv4 = 1;
    private const int IPv6 = 2;

    /// <inheritdoc/>
    public override int Measure(ReadOnlySpan<byte> rdata)
    {
        for (var rest = rdata; !rest.IsEmpty;)
        {
            var length = MeasurePrefix(rest);
            if (length < 0)
                return -1;
            rest = rest[length..];
        }
        return rdata.Length;
    }

    /// <inheritdoc/>
    public override TextError Read(ref TokenCursor tokens, ref RdataWriter rdata)
    {
        while (!tokens.IsAtEnd)
        {
            var error = tokens.TakeBare(out var text);
            if (error == TextError.None)
                error = ReadPrefix(text, ref rdata);
            if (error != TextError.None)
                return error;
        }
        return TextError.None;
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> field, StringBuilder text)
    {
        for (var isFirst = true; !field.IsEmpty; isFirst = false)
        {
            if (!isFirst)
                text.Append(' ');
            var length = MeasurePrefix(field);
            WritePrefix(field[..length], text);
            field = field[length..];
        }
    }

    // RFC 3123 §4: trailing zero octets of the address are left out.
    private static int MeasurePrefix(ReadOnlySpan<byte> rest)
    {
        if (rest.Length < HeadLength)
            return -1;
        var family = BinaryPrimitives.ReadUInt16BigEndian(rest);
        var length = rest[3] & ~NegationBit;
        if (family is not (IPv4 or IPv6) || rest.Length < HeadLength + length)
            return -1;
        var max = AddressLength(family);
        var isSound = length <= max && rest[2] <= 8 * max && (length == 0 || rest[HeadLength + length - 1] != 0);
        return isSound ? HeadLength + length : -1;
    }

    private static TextError ReadPrefix(ReadOnlySpan<byte> text, ref RdataWriter rdata)
    {
        var isNegated = text.StartsWith("!"u8);
        if (isNegated)
            text = text[1..];
        int colon = text.IndexOf((byte)':'), slash = text.IndexOf((byte)'/');
        if (colon < 0 || slash < colon)
            return TextError.ValueInvalid;
        if (!NumberText.TryRead(text[..colon], IPv6, out var family) || family < IPv4)
            return TextError.ValueInvalid;
        var max = AddressLength((int)family);
        if (!NumberText.TryRead(text[(slash + 1)..], (ulong)(8 * max), out var prefixLength))
            return TextError.NumberInvalid;
        Span<byte> address = stackalloc byte[AddressText.IPv6Length];
        address = address[..max];
        var addressText = text[(colon + 1)..slash];
        if (family == IPv4 && !AddressText.TryReadIPv4(addressText, address))
            return TextError.IPv4Invalid;
        if (family == IPv6 && !AddressText.TryReadIPv6(addressText, address))
            return TextError.IPv6Invalid;
        address = address[..(address.LastIndexOfAnyExcept((byte)0) + 1)];
        rdata.AppendNumber(family, 2);
        rdata.AppendByte((byte)prefixLength);
        rdata.AppendByte((byte)(isNegated ? NegationBit | address.Length : address.Length));
        rdata.Append(address);
        return TextError.None;
    }

    private static void WritePrefix(ReadOnlySpan<byte> prefix, StringBuilder text)
    {
        var family = BinaryPrimitives.ReadUInt16BigEndian(prefix);
        Span<byte> address = stackalloc byte[AddressText.IPv6Length];
        address.Clear();
        prefix[HeadLength..].CopyTo(address);
        text.Append((prefix[3] & NegationBit) != 0 ? "!" : "");
        NumberText.Write(family, text);
        text.Append(':');
        if (family == IPv4)
            AddressText.WriteIPv4(address, text);
        else
            AddressText.WriteIPv6(address, text);
        text.Append('/');
        NumberText.Write(prefix[2], text);
    }

    private static int AddressLength(int family) =>
        family == IPv4 ? AddressText.IPv4Length : AddressText.IPv6Length;
}
