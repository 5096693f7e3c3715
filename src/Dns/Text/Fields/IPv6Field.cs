using System.Text;

namespace Dns.Text.Fields;

/// <summary>An IPv6 address.</summary>
internal sealed class IPv6Field : TextField
{
    /// <inheritdoc/>
    public override int Measure(ReadOnlySpan<byte> rdata) =>
        rdata.Length < AddressText.IPv6Length ? -1 : AddressText.IPv6Length;

    /// <inheritdoc/>
    public override TextError Read(ref TokenCursor tokens, ref RdataWriter rdata)
    {
        var error = tokens.TakeBare(out var text);
        if (error != TextError.None)
            return error;
        Span<byte> address = stackalloc byte[AddressText.IPv6Length];
        if (!AddressText.TryReadIPv6(text, address))
            return TextError.IPv6Invalid;
        rdata.Append(address);
        return TextError.None;
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> field, StringBuilder text) => AddressText.WriteIPv6(field, text);
}
