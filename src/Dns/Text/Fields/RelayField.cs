using System.Text;

namespace Dns.Text.Fields;

/// <summary>The end of AMTRELAY: discovery bit and relay type in one octet, and the relay (RFC 8777 §4.2).</summary>
internal sealed class RelayField : TextField
{
    private const byte DiscoveryBit = 0x80;

    /// <inheritdoc/>
    public override int Measure(ReadOnlySpan<byte> rdata)
    {
        if (rdata.IsEmpty)
            return -1;
        var length = GatewayText.Measure(rdata[0] & ~DiscoveryBit, rdata[1..]);
        return length < 0 ? -1 : 1 + length;
    }

    /// <inheritdoc/>
    public override TextError Read(ref TokenCursor tokens, ref RdataWriter rdata)
    {
        var error = tokens.TakeBare(out var text);
        if (error != TextError.None)
            return error;
        if (!NumberText.TryRead(text, 1, out var discovery))
            return TextError.NumberInvalid;
        error = tokens.TakeBare(out text);
        if (error != TextError.None)
            return error;
        if (!NumberText.TryRead(text, DiscoveryBit - 1, out var type))
            return TextError.NumberInvalid;
        rdata.AppendByte((byte)(discovery == 0 ? type : DiscoveryBit | type));
        return GatewayText.Read((int)type, ref tokens, ref rdata);
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> field, StringBuilder text)
    {
        var type = field[0] & ~DiscoveryBit;
        text.Append((field[0] & DiscoveryBit) == 0 ? "0 " : "1 ");
        NumberText.Write((ulong)type, text);
        text.Append(' ');
        GatewayText.Write(type, field[1..], text);
    }
}
