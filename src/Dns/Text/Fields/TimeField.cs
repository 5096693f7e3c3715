using System.Buffers.Binary;
using System.Text;

namespace Dns.Text.Fields;

/// <summary>The time at which a signature begins or ends.</summary>
internal sealed class TimeField : TextField
{
    /// <inheritdoc/>
    public override int Measure(ReadOnlySpan<byte> rdata) => rdata.Length < 4 ? -1 : 4;

    /// <inheritdoc/>
    public override TextError Read(ref TokenCursor tokens, ref RdataWriter rdata)
    {
        var error = tokens.TakeBare(out var text);
        if (error != TextError.None)
            return error;
        if (!TimeText.TryRead(text, out var seconds))
            return TextError.TimeInvalid;
        rdata.AppendNumber(seconds, 4);
        return TextError.None;
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> field, StringBuilder text) =>
        TimeText.Write(BinaryPrimitives.ReadUInt32BigEndian(field), text);
}
