using System.Text;
using BenchmarkDotNet.Attributes;
using Dns.Zones;

namespace Micro.Dns;

/// <summary>
/// Reading a zone of the root zone's shape and size (1,440 delegations, about 24,000 records, 2.2 MB), writing it, and
/// grouping it into RRsets.
/// </summary>
[MemoryDiagnoser]
public class ZoneBenches
{
    private const int Delegations = 1440;

    private readonly byte[] _text = Encoding.ASCII.GetBytes(Compose());
    private readonly StringBuilder _output = new(4_000_000);

    [Benchmark(Baseline = true)]
    public int ReadRecords()
    {
        using var reader = new ZoneReader(_text, new());
        while (reader.Read(out _) == ZoneReadResult.Record)
        {
        }
        return Finish(reader);
    }

    [Benchmark]
    public int ReadRecordsFromStream()
    {
        using var stream = new MemoryStream(_text);
        using var reader = new ZoneReader(stream, new());
        while (reader.Read(out _) == ZoneReadResult.Record)
        {
        }
        return Finish(reader);
    }

    [Benchmark]
    public int CollectRRsets()
    {
        using var reader = new ZoneReader(_text, new());
        RRsetCollector.Collect(reader, out var sets);
        Finish(reader);
        return sets.Count;
    }

    [Benchmark]
    public int ReadAndWriteRecords()
    {
        using var output = new StringWriter(_output.Clear());
        var writer = new ZoneWriter(output);
        using var reader = new ZoneReader(_text, new());
        while (reader.Read(out var record) == ZoneReadResult.Record)
            writer.Write(record);
        return Finish(reader);
    }

    private static int Finish(ZoneReader reader) =>
        reader.Error is { } error ? throw new InvalidOperationException(error.ToString()) : reader.Count;

    private static string Compose()
    {
        var text = new StringBuilder();
        text.Append(".\t86400\tIN\tSOA\ta.root-servers.example. nstld.example. 2026010100 1800 900 604800 86400\n");
        for (var i = 0; i < Delegations; i++)
        {
            var name = $"tld{i:0000}.";
            for (var j = 0; j < 6; j++)
                text.Append($"{name}\t172800\tIN\tNS\tns{j}.nic.{name}\n");
            text.Append($"{name}\t86400\tIN\tDS\t{i} 8 2 {Hex(32, i)}\n");
            Sign(text, name, "DS", i);
            text.Append($"{name}\t86400\tIN\tNSEC\ttld{i + 1:0000}. NS DS RRSIG NSEC\n");
            Sign(text, name, "NSEC", i + 1);
            for (var j = 0; j < 6; j++)
            {
                text.Append(j < 4 ? $"ns{j}.nic.{name}\t172800\tIN\tA\t192.0.2.{i % 256}\n" : "");
                text.Append(j < 3 ? $"ns{j}.nic.{name}\t172800\tIN\tAAAA\t2001:db8:{i:x}::{j + 1}\n" : "");
            }
        }
        return text.ToString();
    }

    private static void Sign(StringBuilder text, string name, string type, int seed)
    {
        text.Append($"{name}\t86400\tIN\tRRSIG\t{type} 8 1 86400 20260114000000 20260101000000 {seed} . ");
        text.Append(Convert.ToBase64String(Octets(256, seed))).Append('\n');
    }

    private static string Hex(int length, int seed) => Convert.ToHexString(Octets(length, seed));

    private static byte[] Octets(int length, int seed)
    {
        var octets = new byte[length];
        new Random(seed).NextBytes(octets);
        return octets;
    }
}
