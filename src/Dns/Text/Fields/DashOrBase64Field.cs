using System.Text;

namespace Dns.Text.Fields;

/// <summary>Octets to the end in base 64, or a hyphen where there are none.</summary>
internal sealed class DashOrBase64Field : TextField
{
    /// <inheritdoc/>
    public override int Measure(ReadOnlySpan<byte> rdata) => rdata.Length;

    /// <inheritdoc/>
    public override TextError Read(ref TokenCursor tokens, ref RdataWriter rdata)
    {
        if (tokens.IsAtEnd)
            return TextError.FieldMissing;
        if (tokens.IsNext("-"u8))
            return tokens.TakeBare(out _);
        return Base64Text.ReadRest(ref tokens, ref rdata);
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> field, StringBuilder text)
    {
        if (field.IsEmpty)
            text.Append('-');
        Base64Text.Write(field, text);
    }
}
