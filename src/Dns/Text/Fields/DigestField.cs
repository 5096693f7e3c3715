using System.Text;

namespace Dns.Text.Fields;

/// <summary>
/// One octet that names a hash function, and a digest to the end that has its length, as DS ends.
/// </summary>
internal sealed class DigestField(Func<byte, int> lengthOf) : TextField
{
    /// <inheritdoc/>
    public override int Measure(ReadOnlySpan<byte> rdata) =>
        !rdata.IsEmpty && IsDigest(rdata[0], rdata.Length - 1) ? rdata.Length : -1;

    /// <inheritdoc/>
    public override TextError Read(ref TokenCursor tokens, ref RdataWriter rdata)
    {
        var error = tokens.TakeBare(out var text);
        if (error != TextError.None)
            return error;
        if (!NumberText.TryRead(text, byte.MaxValue, out var hash))
            return TextError.NumberInvalid;
        rdata.AppendByte((byte)hash);
        var before = rdata.Length;
        error = HexText.ReadRest(ref tokens, ref rdata);
        if (error != TextError.None)
            return error;
        return IsDigest((byte)hash, rdata.Length - before) ? TextError.None : TextError.HexInvalid;
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> field, StringBuilder text)
    {
        NumberText.Write(field[0], text);
        text.Append(' ');
        HexText.Write(field[1..], text);
    }

    /// <summary>True for a digest as long as its function makes it, or for one of a function nobody knows.</summary>
    private bool IsDigest(byte hash, int length)
    {
        var expected = lengthOf(hash);
        return expected == 0 ? length > 0 : length == expected;
    }
}
