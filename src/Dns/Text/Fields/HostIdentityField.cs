using System.Buffers.Binary;
using System.Text;

namespace Dns.Text.Fields;

/// <summary>
/// The head of HIP: on the wire two lengths and the algorithm before identity tag and key, in text algorithm, tag and
/// key (RFC 8005 §5, §6).
/// </summary>
internal sealed class HostIdentityField : TextField
{
    private const int HeadLength = 4;

    /// <inheritdoc/>
    public override int Measure(ReadOnlySpan<byte> rdata)
    {
        if (rdata.Length < HeadLength)
            return -1;
        int tagLength = rdata[0], keyLength = BinaryPrimitives.ReadUInt16BigEndian(rdata[2..]);
        var length = HeadLength + tagLength + keyLength;
        return tagLength == 0 || keyLength == 0 || rdata.Length < length ? -1 : length;
    }

    /// <inheritdoc/>
    public override TextError Read(ref TokenCursor tokens, ref RdataWriter rdata)
    {
        var error = tokens.TakeBare(out var text);
        if (error != TextError.None)
            return error;
        if (!NumberText.TryRead(text, byte.MaxValue, out var algorithm))
            return TextError.NumberInvalid;
        error = tokens.TakeBare(out text);
        if (error != TextError.None)
            return error;
        var tagLength = text.Length / 2;
        if (tagLength is 0 or > byte.MaxValue)
            return TextError.HexInvalid;
        var start = rdata.Length;
        rdata.Append([(byte)tagLength, (byte)algorithm, 0, 0]);
        if (!HexText.TryRead(text, ref rdata))
            return TextError.HexInvalid;
        var keyStart = rdata.Length;
        error = tokens.TakeBare(out text);
        if (error == TextError.None)
            error = Base64Text.Read(text, ref rdata);
        var keyLength = rdata.Length - keyStart;
        if (error == TextError.None && keyLength == 0)
            return TextError.Base64Invalid;
        if (error == TextError.None && !rdata.HasOverflowed)
            BinaryPrimitives.WriteUInt16BigEndian(rdata.Written[(start + 2)..], (ushort)keyLength);
        return error;
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> field, StringBuilder text)
    {
        NumberText.Write(field[1], text);
        text.Append(' ');
        HexText.Write(field.Slice(HeadLength, field[0]), text);
        text.Append(' ');
        Base64Text.Write(field[(HeadLength + field[0])..], text);
    }
}
