using System.Buffers.Binary;
using System.Text;

namespace Dns.Text.Fields;

/// <summary>A lifetime in 32 bits.</summary>
internal sealed class DurationField : TextField
{
    /// <inheritdoc/>
    public override int Measure(ReadOnlySpan<byte> rdata) => rdata.Length < 4 ? -1 : 4;

    /// <inheritdoc/>
    // RFC 1035 §3.3.13: these are 32-bit numbers; only the TTL of records is held below 2^31 (RFC 2181 §8).
    public override TextError Read(ref TokenCursor tokens, ref RdataWriter rdata)
    {
        var error = tokens.TakeBare(out var text);
        if (error != TextError.None)
            return error;
        if (!TtlText.TryRead(text, tokens.TtlStyle, uint.MaxValue, out var seconds))
            return TextError.TtlInvalid;
        rdata.AppendNumber(seconds, 4);
        return TextError.None;
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> field, StringBuilder text) =>
        NumberText.Write(BinaryPrimitives.ReadUInt32BigEndian(field), text);
}
