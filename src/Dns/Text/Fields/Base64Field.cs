using System.Text;

namespace Dns.Text.Fields;

/// <summary>Octets to the end in base 64.</summary>
internal sealed class Base64Field(int min = 1) : TextField
{
    /// <inheritdoc/>
    public override int Measure(ReadOnlySpan<byte> rdata) => rdata.Length < min ? -1 : rdata.Length;

    /// <inheritdoc/>
    public override TextError Read(ref TokenCursor tokens, ref RdataWriter rdata)
    {
        var before = rdata.Length;
        var error = Base64Text.ReadRest(ref tokens, ref rdata);
        if (error != TextError.None)
            return error;
        return rdata.Length - before < min ? TextError.FieldMissing : TextError.None;
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> field, StringBuilder text) => Base64Text.Write(field, text);
}
