using System.Text;

namespace Dns.Text;

/// <summary>Records in presentation format: owner, TTL, class, type and RDATA on one line.</summary>
public static class RecordText
{
    /// <summary>The record without a line end.</summary>
    public static string Write(
        ReadOnlySpan<byte> owner, Ttl ttl, RecordClass recordClass, RecordType type, ReadOnlySpan<byte> rdata)
    {
        var text = new StringBuilder();
        NameText.Write(owner, text);
        Write(ttl, recordClass, type, rdata, text);
        return text.ToString();
    }

    /// <summary>Every record of a set and then every signature, a line each.</summary>
    public static string Write(RRset set)
    {
        var text = new StringBuilder();
        foreach (var rdata in set.Records)
            WriteLine(set, set.Type, rdata, text);
        foreach (var rdata in set.Signatures)
            WriteLine(set, RecordType.Rrsig, rdata, text);
        return text.ToString();
    }

    /// <summary>Writes what stands behind the owner, a blank in front.</summary>
    internal static void Write(
        Ttl ttl, RecordClass recordClass, RecordType type, ReadOnlySpan<byte> rdata, StringBuilder text)
    {
        text.Append(' ');
        NumberText.Write(ttl.Seconds, text);
        text.Append(' ').Append(RecordClassText.Write(recordClass)).Append(' ').Append(RecordTypeText.Write(type));
        text.Append(' ');
        RdataText.Write(type, recordClass, rdata, text);
    }

    private static void WriteLine(RRset set, RecordType type, ReadOnlySpan<byte> rdata, StringBuilder text)
    {
        NameText.Write(set.Owner, text);
        Write(set.Ttl, set.Class, type, rdata, text);
        text.Append('\n');
    }
}
