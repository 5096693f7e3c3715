using System.Text;

namespace Dns.Text.Fields;

/// <summary>A domain name.</summary>
internal sealed class NameField : TextField
{
    /// <inheritdoc/>
    public override int Measure(ReadOnlySpan<byte> rdata) => WireName.Measure(rdata);

    /// <inheritdoc/>
    public override TextError Read(ref TokenCursor tokens, ref RdataWriter rdata) => ReadName(ref tokens, ref rdata);

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> field, StringBuilder text) => NameText.Write(field, text);

    /// <summary>Reads a name; the lone sign @ stands for the origin (RFC 1035 §5.1).</summary>
    internal static TextError ReadName(ref TokenCursor tokens, ref RdataWriter rdata)
    {
        var error = tokens.TakeBare(out var text);
        if (error != TextError.None)
            return error;
        Span<byte> name = stackalloc byte[WireName.MaxLength];
        if (text is [(byte)'@'])
            rdata.Append(tokens.Origin.IsEmpty ? WireName.Root : tokens.Origin);
        else if (NameText.TryRead(text, tokens.Origin, name, out var length))
            rdata.Append(name[..length]);
        else
            return TextError.NameInvalid;
        return TextError.None;
    }
}
