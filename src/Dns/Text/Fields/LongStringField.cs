using System.Text;

namespace Dns.Text.Fields;

/// <summary>Octets to the end without a length, written as one quoted string: CAA's value, URI's target.</summary>
internal sealed class LongStringField(int min) : TextField
{
    /// <inheritdoc/>
    public override int Measure(ReadOnlySpan<byte> rdata) => rdata.Length < min ? -1 : rdata.Length;

    /// <inheritdoc/>
    public override TextError Read(ref TokenCursor tokens, ref RdataWriter rdata)
    {
        if (!tokens.TryTake(out var text, out _))
            return TextError.FieldMissing;
        var octets = new byte[text.Length];
        var error = OctetText.TryReadAll(text, octets, out var length);
        if (error != TextError.None)
            return error;
        if (length < min)
            return TextError.ValueInvalid;
        rdata.Append(octets.AsSpan(0, length));
        return TextError.None;
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> field, StringBuilder text) => OctetText.WriteQuoted(field, text);
}
