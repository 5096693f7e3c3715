using System.Text;

namespace Dns.Text;

/// <summary>The form of RDATA that any type can be written in: \# LENGTH HEX (RFC 3597 §5).</summary>
internal static class GenericRdata
{
    /// <summary>What the form begins with.</summary>
    public static ReadOnlySpan<byte> Marker => @"\#"u8;

    /// <summary>Reads the marker, the length and as many octets.</summary>
    public static TextError Read(ref TokenCursor tokens, ref RdataWriter rdata)
    {
        tokens.TryTake(out _, out _);
        var error = tokens.TakeBare(out var text);
        if (error != TextError.None)
            return error;
        if (!NumberText.TryRead(text, RdataText.MaxLength, out var length))
            return TextError.NumberInvalid;
        error = HexText.ReadRest(ref tokens, ref rdata);
        if (error != TextError.None)
            return error;
        return rdata.Length == (int)length && !rdata.HasOverflowed ? TextError.None : TextError.RdataMalformed;
    }

    /// <summary>Writes the form.</summary>
    public static void Write(ReadOnlySpan<byte> rdata, StringBuilder text)
    {
        text.Append(@"\# ");
        NumberText.Write((ulong)rdata.Length, text);
        if (rdata.IsEmpty)
            return;
        text.Append(' ');
        HexText.Write(rdata, text);
    }
}
