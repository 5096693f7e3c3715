using System.Text;
using Dns.Text;

namespace Dns.Zones;

/// <summary>
/// Writes records as a zone's text, one on each line, every name absolute and every field stated: what it writes means
/// the same wherever it is cut.
/// </summary>
public sealed class ZoneWriter(TextWriter output)
{
    private readonly StringBuilder _line = new();

    /// <summary>Writes a record.</summary>
    public void Write(in ZoneRecord record) =>
        Write(record.Owner, record.Ttl, record.Class, record.Type, record.Rdata);

    /// <summary>Writes every record of a set, and every signature behind them.</summary>
    public void Write(RRset set)
    {
        foreach (var rdata in set.Records)
            Write(set.Owner, set.Ttl, set.Class, set.Type, rdata);
        foreach (var rdata in set.Signatures)
            Write(set.Owner, set.Ttl, set.Class, RecordType.Rrsig, rdata);
    }

    /// <summary>Writes a record out of its parts.</summary>
    public void Write(
        ReadOnlySpan<byte> owner, Ttl ttl, RecordClass recordClass, RecordType type, ReadOnlySpan<byte> rdata)
    {
        _line.Clear();
        NameText.Write(owner, _line);
        RecordText.Write(ttl, recordClass, type, rdata, _line);
        _line.Append('\n');
        foreach (var chunk in _line.GetChunks())
            output.Write(chunk.Span);
    }
}
