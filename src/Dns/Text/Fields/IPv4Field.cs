using System.Text;

namespace Dns.Text.Fields;

/// <summary>An IPv4 address.</summary>
internal sealed class IPv4Field : TextField
{
    /// <inheritdoc/>
    public override int Measure(ReadOnlySpan<byte> rdata) =>
        rdata.Length < AddressText.IPv4Length ? -1 : AddressText.IPv4Length;

    /// <inheritdoc/>
    public override TextError Read(ref TokenCursor tokens, ref RdataWriter rdata)
    {
        var error = tokens.TakeBare(out var text);
        if (error != TextError.None)
            return error;
        Span<byte> address = stackalloc byte[AddressText.IPv4Length];
        if (!AddressText.TryReadIPv4(text, address))
            return TextError.IPv4Invalid;
        rdata.Append(address);
        return TextError.None;
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> field, StringBuilder text) => AddressText.WriteIPv4(field, text);
}
