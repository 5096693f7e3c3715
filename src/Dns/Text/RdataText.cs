using System.Text;
using Dns.Text.Fields;
using Dns.Wire;

namespace Dns.Text;

/// <summary>
/// RDATA in presentation format. Each type is read and written by one list of fields; RDATA that does not fit it, and
/// types without one, are written in generic form, which is read for every type (RFC 3597 §5).
/// </summary>
public static class RdataText
{
    /// <summary>Octets of the longest RDATA: what RDLENGTH can count to.</summary>
    public const int MaxLength = ushort.MaxValue;

    /// <summary>
    /// Reads RDATA out of one line; names without a last dot are absolute. Writes its octets and their number.
    /// </summary>
    public static TextError Read(RecordType type, string text, Span<byte> rdata, out int length)
    {
        length = 0;
        var octets = Encoding.UTF8.GetBytes(text);
        var scanner = new EntryScanner();
        var scan = scanner.Scan(octets, isWhole: true);
        if (scan == EntryScan.Malformed)
            return scanner.Error;
        if (scan == EntryScan.Found && scanner.Length != octets.Length)
            return TextError.FieldSurplus;
        var tokens = new TokenCursor(octets, scan == EntryScan.Found ? scanner.Tokens : [], []);
        var writer = new RdataWriter(rdata[..Math.Min(rdata.Length, MaxLength)]);
        var error = Read(type, RecordClass.In, ref tokens, ref writer);
        length = writer.Length;
        return error;
    }

    /// <summary>Reads RDATA that is known to be well-formed; names without a last dot are absolute.</summary>
    /// <exception cref="FormatException">The text is not RDATA of this type.</exception>
    public static byte[] Parse(RecordType type, string text)
    {
        var rdata = new byte[MaxLength];
        var error = Read(type, text, rdata, out var length);
        return error == TextError.None
            ? rdata[..length]
            : throw new FormatException($"{RecordTypeText.Write(type)} {text}: {TextErrorText.Of(error)}");
    }

    /// <summary>RDATA in presentation format, on one line.</summary>
    public static string Write(RecordType type, ReadOnlySpan<byte> rdata, RecordClass recordClass = RecordClass.In)
    {
        var text = new StringBuilder();
        Write(type, recordClass, rdata, text);
        return text.ToString();
    }

    /// <summary>Writes RDATA in presentation format, on one line.</summary>
    public static void Write(RecordType type, RecordClass recordClass, ReadOnlySpan<byte> rdata, StringBuilder text)
    {
        var fields = RdataSyntax.Of(type, recordClass);
        if (!Fits(fields, rdata))
        {
            GenericRdata.Write(rdata, text);
            return;
        }
        var isFirst = true;
        foreach (var field in fields)
        {
            var length = field.Measure(rdata);
            if (!isFirst)
                text.Append(' ');
            var before = text.Length;
            field.Write(rdata[..length], text);
            if (text.Length == before && !isFirst)
                text.Length--;
            isFirst = false;
            rdata = rdata[length..];
        }
    }

    /// <summary>Reads RDATA out of the tokens left of an entry.</summary>
    internal static TextError Read(
        RecordType type, RecordClass recordClass, ref TokenCursor tokens, ref RdataWriter rdata)
    {
        var error = tokens.IsNext(GenericRdata.Marker)
            ? GenericRdata.Read(ref tokens, ref rdata)
            : ReadFields(RdataSyntax.Of(type, recordClass), ref tokens, ref rdata);
        if (error == TextError.None)
            error = tokens.TakeEnd();
        if (error != TextError.None)
            return error;
        if (rdata.HasOverflowed)
            return TextError.RdataTooLong;
        return RdataExpander.IsWellFormed(type, recordClass, rdata.Written) ? TextError.None : TextError.RdataMalformed;
    }

    /// <summary>True if the RDATA is what these fields can read and write; RDATA of no fields never is.</summary>
    internal static bool Fits(ReadOnlySpan<TextField> fields, ReadOnlySpan<byte> rdata)
    {
        if (fields.IsEmpty)
            return false;
        foreach (var field in fields)
        {
            var length = field.Measure(rdata);
            if (length < 0)
                return false;
            rdata = rdata[length..];
        }
        return rdata.IsEmpty;
    }

    private static TextError ReadFields(
        ReadOnlySpan<TextField> fields, ref TokenCursor tokens, ref RdataWriter rdata)
    {
        if (fields.IsEmpty)
            return TextError.GenericFormNeeded;
        foreach (var field in fields)
        {
            var error = field.Read(ref tokens, ref rdata);
            if (error != TextError.None)
                return error;
        }
        return TextError.None;
    }
}
