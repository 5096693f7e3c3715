using System.Text;

namespace Dns.Text.Fields;

/// <summary>Octets to the end in hexadecimal digits.</summary>
internal sealed class HexField(int min = 1) : TextField
{
    /// <inheritdoc/>
    public override int Measure(ReadOnlySpan<byte> rdata) => rdata.Length < min ? -1 : rdata.Length;

    /// <inheritdoc/>
    public override TextError Read(ref TokenCursor tokens, ref RdataWriter rdata)
    {
        var before = rdata.Length;
        var error = HexText.ReadRest(ref tokens, ref rdata);
        if (error != TextError.None)
            return error;
        return rdata.Length - before < min && !rdata.HasOverflowed ? TextError.FieldMissing : TextError.None;
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> field, StringBuilder text) => HexText.Write(field, text);
}
