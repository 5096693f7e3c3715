using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json;

namespace Shared;

/// <summary>DNS messages kept in files, most of them broken, with what others say about them.</summary>
internal static class PacketCorpus
{
    /// <summary>The messages made by hand: each is broken, or lies, in one known way.</summary>
    public static List<PacketCase> HandMade() =>
        [.. File.ReadLines(At("tests/Dns.Tests/Corpus/packets/malformed.jsonl")).Select(Parse)];

    /// <summary>Mutations of the messages made by hand.</summary>
    public static List<PacketCase> Mutated() => Verdicts(
        At("tests/Dns.Tests/Corpus/packets/mutated.bin.gz"),
        At("tests/Dns.Tests/Corpus/packets/mutated.verdicts.tsv"));

    /// <summary>
    /// Messages out of captures of real traffic. They lie beside the project, not in it: none where they are absent.
    /// </summary>
    public static List<PacketCase> Real()
    {
        var folder = Path.Combine(
            Environment.GetEnvironmentVariable("RESOLVERD_SHARED") ?? Path.Combine(Root, "..", "shared"),
            "data/fetched/packets");
        return Directory.Exists(folder)
            ? Verdicts(Path.Combine(folder, "real.bin.gz"), Path.Combine(folder, "real.tsv"))
            : [];
    }

    private static string Root
    {
        get
        {
            var folder = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(folder, "Resolver.sln")))
                folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("Resolver.sln");
            return folder;
        }
    }

    private static string At(string path) => Path.Combine(Root, path);

    private static PacketCase Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        var one = json.RootElement;
        return new(
            Text(one, "name"), Text(one, "side"), Text(one, "expect"), Convert.FromHexString(Text(one, "hex")),
            Verdict(Text(one, "dnspython")), Verdict(Text(one, "ldns")));
    }

    private static string Text(JsonElement one, string field) =>
        one.TryGetProperty(field, out var value) ? value.GetString() ?? "" : "";

    private static bool? Verdict(string text) =>
        text.Length == 0 ? null : text.StartsWith("yes", StringComparison.Ordinal);

    private static List<PacketCase> Verdicts(string packets, string table)
    {
        var rows = File.ReadAllLines(table);
        var header = rows[0].Split('\t');
        int dnspython = Array.IndexOf(header, "dnspython"), ldns = Array.IndexOf(header, "ldns");
        var cases = new List<PacketCase>();
        foreach (var message in Messages(packets))
        {
            var row = rows[cases.Count + 1].Split('\t');
            cases.Add(new($"{cases.Count}", "any", "any", message, Verdict(row[dnspython]), Verdict(row[ldns])));
        }
        return cases;
    }

    private static List<byte[]> Messages(string path)
    {
        using var unpacked = new MemoryStream();
        using (var gzip = new GZipStream(File.OpenRead(path), CompressionMode.Decompress))
            gzip.CopyTo(unpacked);
        var messages = new List<byte[]>();
        for (var rest = unpacked.ToArray().AsSpan(); !rest.IsEmpty;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(rest);
            messages.Add(rest.Slice(4, length).ToArray());
            rest = rest[(4 + length)..];
        }
        return messages;
    }
}
