using System.Text;

namespace Dns.Text.Fields;

/// <summary>
/// A6: a prefix length, the address bits behind it, and the name that has the prefix (RFC 2874 §3.1).
/// </summary>
internal sealed class AddressChainField : TextField
{
    private const int Bits = 128;

    /// <inheritdoc/>
    public override int Measure(ReadOnlySpan<byte> rdata)
    {
        if (rdata.IsEmpty || rdata[0] > Bits)
            return -1;
        var suffix = SuffixLength(rdata[0]);
        if (rdata.Length < 1 + suffix || (suffix > 0 && (rdata[1] & PadMask(rdata[0])) != 0))
            return -1;
        if (rdata[0] == 0)
            return 1 + suffix;
        var name = WireName.Measure(rdata[(1 + suffix)..]);
        return name < 0 ? -1 : 1 + suffix + name;
    }

    /// <inheritdoc/>
    public override TextError Read(ref TokenCursor tokens, ref RdataWriter rdata)
    {
        var error = tokens.TakeBare(out var text);
        if (error != TextError.None)
            return error;
        if (!NumberText.TryRead(text, Bits, out var prefixLength))
            return TextError.NumberInvalid;
        rdata.AppendByte((byte)prefixLength);
        var suffix = SuffixLength((int)prefixLength);
        if (suffix > 0)
        {
            error = tokens.TakeBare(out text);
            if (error != TextError.None)
                return error;
            Span<byte> address = stackalloc byte[AddressText.IPv6Length];
            if (!AddressText.TryReadIPv6(text, address))
                return TextError.IPv6Invalid;
            // RFC 2874 §3.1.1: the bits that the prefix has are zero in the suffix.
            address[^suffix] &= (byte)~PadMask((int)prefixLength);
            rdata.Append(address[^suffix..]);
        }
        return prefixLength == 0 ? TextError.None : NameField.ReadName(ref tokens, ref rdata);
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> field, StringBuilder text)
    {
        var suffix = SuffixLength(field[0]);
        NumberText.Write(field[0], text);
        if (suffix > 0)
        {
            Span<byte> address = stackalloc byte[AddressText.IPv6Length];
            address.Clear();
            field.Slice(1, suffix).CopyTo(address[^suffix..]);
            text.Append(' ');
            AddressText.WriteIPv6(address, text);
        }
        if (field[0] == 0)
            return;
        text.Append(' ');
        NameText.Write(field[(1 + suffix)..], text);
    }

    private static int SuffixLength(int prefixLength) => (Bits - prefixLength + 7) / 8;

    /// <summary>The bits of the suffix' first octet that belong to the prefix.</summary>
    private static int PadMask(int prefixLength) => 0xff00 >> (prefixLength % 8) & 0xff;
}
