using System.Globalization;
using Dns.Zones;

namespace Dns.Tests.Zones;

/// <summary>A text of fragments and what another scanner makes of it, entry by entry.</summary>
internal static class ScannerCase
{
    /// <summary>What is expected: a record as "TYPE TTL OWNER RDATA", or "error".</summary>
    public static List<string> Expected(string path)
    {
        var events = new List<string>();
        var fields = new Dictionary<string, string>();
        foreach (var line in File.ReadLines(path))
        {
            if (line.Split('=', 2) is [var key, var value])
                fields[key] = value;
            if (line != "------")
                continue;
            events.Add(fields.TryGetValue("OWNER", out var owner)
                ? $"{Number(fields["RTYPE"])} {Number(fields["RRTTL"])} {owner} {fields["RDATA"]}"
                : "error");
            fields.Clear();
        }
        if (fields.Count > 0)
            events.Add("error");
        return events;
    }

    /// <summary>What the reader makes of it, faults by their reason.</summary>
    public static List<string> Actual(string path)
    {
        var events = new List<string>();
        using var stream = File.OpenRead(path);
        using var reader = new ZoneReader(stream, new() { Class = null, DefaultTtl = new(0) });
        while (reader.Read(out var record) is var result && result != ZoneReadResult.End)
        {
            events.Add(result == ZoneReadResult.Error
                ? reader.Error!.Reason.ToString()
                : $"{(int)record.Type} {record.Ttl} {Hex(record.Owner)} {Hex(record.Rdata)}");
        }
        return events;
    }

    private static uint Number(string hex) => uint.Parse(hex, NumberStyles.HexNumber);

    private static string Hex(ReadOnlySpan<byte> octets) => Convert.ToHexString(octets);
}
