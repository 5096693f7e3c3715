using Dns.Text;
using Dns.Zones;

namespace Dns.Tests.Zones;

/// <summary>Reads zone text whole, as lines to compare.</summary>
internal static class ZoneText
{
    /// <summary>Every record on a line of its own as it is written; faults as "fault line:column reason".</summary>
    public static List<string> Read(string text, ZoneReaderOptions? options = null) =>
        Read(ZoneReader.FromText(text, options ?? new() { Origin = DomainName.Parse("example.") }));

    public static List<string> Read(ZoneReader reader)
    {
        var lines = new List<string>();
        while (reader.Read(out var record) is var result && result != ZoneReadResult.End)
        {
            lines.Add(result == ZoneReadResult.Record
                ? record.ToString()
                : $"fault {reader.Error!.Line}:{reader.Error.Column} {reader.Error.Reason}");
        }
        return lines;
    }

    /// <summary>The one fault of a text, or none.</summary>
    public static TextError Fault(string text, ZoneReaderOptions? options = null)
    {
        var reader = ZoneReader.FromText(text, options ?? new() { Origin = DomainName.Parse("example.") });
        return RRsetCollector.Collect(reader, out _)?.Reason ?? TextError.None;
    }
}
