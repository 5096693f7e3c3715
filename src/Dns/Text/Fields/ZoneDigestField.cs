using System.Text;
using Dns.Wire;

namespace Dns.Text.Fields;

/// <summary>Scheme, hash and a digest to the end (RFC 8976 §2.3).</summary>
internal sealed class ZoneDigestField : TextField
{
    /// <inheritdoc/>
    public override int Measure(ReadOnlySpan<byte> rdata) => RdataParts.IsZoneDigest(rdata) ? rdata.Length : -1;

    /// <inheritdoc/>
    public override TextError Read(ref TokenCursor tokens, ref RdataWriter rdata)
    {
        var start = rdata.Length;
        for (var number = 0; number < 2; number++)
        {
            var error = tokens.TakeBare(out var text);
            if (error != TextError.None)
                return error;
            if (!NumberText.TryRead(text, byte.MaxValue, out var value))
                return TextError.NumberInvalid;
            rdata.AppendByte((byte)value);
        }
        var failure = HexText.ReadRest(ref tokens, ref rdata);
        if (failure != TextError.None)
            return failure;
        return RdataParts.IsZoneDigest(rdata.Written[start..]) ? TextError.None : TextError.HexInvalid;
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> field, StringBuilder text)
    {
        NumberText.Write(field[0], text);
        text.Append(' ');
        NumberText.Write(field[1], text);
        text.Append(' ');
        HexText.Write(field[2..], text);
    }
}
