using System.Text;

namespace Dns.Text.Fields;

/// <summary>The middle of IPSECKEY: gateway type, algorithm, gateway (RFC 4025 §2.1).</summary>
internal sealed class GatewayField : TextField
{
    private const int HeadLength = 2;

    /// <inheritdoc/>
    public override int Measure(ReadOnlySpan<byte> rdata)
    {
        if (rdata.Length < HeadLength)
            return -1;
        var length = GatewayText.Measure(rdata[0], rdata[HeadLength..]);
        return length < 0 ? -1 : HeadLength + length;
    }

    /// <inheritdoc/>
    public override TextError Read(ref TokenCursor tokens, ref RdataWriter rdata)
    {
        var error = tokens.TakeBare(out var text);
        if (error != TextError.None)
            return error;
        if (!NumberText.TryRead(text, byte.MaxValue, out var type))
            return TextError.NumberInvalid;
        error = tokens.TakeBare(out text);
        if (error != TextError.None)
            return error;
        if (!NumberText.TryRead(text, byte.MaxValue, out var algorithm))
            return TextError.NumberInvalid;
        rdata.AppendByte((byte)type);
        rdata.AppendByte((byte)algorithm);
        return GatewayText.Read((int)type, ref tokens, ref rdata);
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> field, StringBuilder text)
    {
        NumberText.Write(field[0], text);
        text.Append(' ');
        NumberText.Write(field[1], text);
        text.Append(' ');
        GatewayText.Write(field[0], field[HeadLength..], text);
    }
}
