using System.Text;
using Dns.Zones;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Dns.Tests.Zones;

public sealed class ZoneFileTests
{
    private static readonly byte[] Root = Resource("root-small.zone");

    [Theory]
    [InlineData("root-small.zone", 529)]
    [InlineData("rfc5155-appendix-a.zone", 70)]
    public void A_signed_zone_is_read_and_written_back_the_same(string file, int records)
    {
        var lines = ZoneText.Read(new ZoneReader(Resource(file), new()));
        var written = new StringWriter();
        var writer = new ZoneWriter(written);
        using var reader = new ZoneReader(Resource(file), new());
        while (reader.Read(out var record) == ZoneReadResult.Record)
            writer.Write(record);

        Assert.Equal(records, lines.Count);
        Assert.Equal(records, reader.Count);
        Assert.Equal(string.Join('\n', lines) + "\n", written.ToString());
        Assert.Equal(lines, ZoneText.Read(written.ToString()));
    }

    [Fact]
    public void A_stream_is_read_as_memory_is_however_it_comes()
    {
        var expected = ZoneText.Read(new ZoneReader(Root, new()));

        Assert.All([1, 7, 4096, 65536, 1 << 20], step =>
            Assert.Equal(expected, ZoneText.Read(new ZoneReader(new ScatteredStream(Root, step), new()))));
    }

    [Fact]
    public void A_stream_of_long_entries_is_read_as_memory_is()
    {
        var text = new StringBuilder();
        for (var i = 1; i < 40; i++)
        {
            text.Append($@"a{i}. 60 TYPE65280 \# {i * 1000} ( ");
            text.Append('A', i * 2000).Append(" ; ").Append('x', i * 100).Append("\n)\n");
        }
        var octets = Encoding.ASCII.GetBytes(text.ToString());

        Assert.Equal(
            ZoneText.Read(new ZoneReader(octets, new())),
            ZoneText.Read(new ZoneReader(new ScatteredStream(octets, 10_000), new())));
    }

    [Fact]
    public void Mutated_zones_are_read_or_refused_and_nothing_is_thrown()
    {
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(150), Prop.ForAll<int>(seed =>
        {
            var mutated = Mutate(Root, new Random(seed));
            var inMemory = ZoneText.Read(new ZoneReader(mutated, new()));
            var inStream = ZoneText.Read(new ZoneReader(new ScatteredStream(mutated, 1000), new()));
            var written = inMemory.Where(line => !line.StartsWith("fault ", StringComparison.Ordinal)).ToList();
            return inMemory.SequenceEqual(inStream)
                && written.SequenceEqual(ZoneText.Read(string.Join('\n', written)));
        }));
    }

    [Fact]
    public void Any_octets_are_read_or_refused_and_nothing_is_thrown()
    {
        Check.QuickThrowOnFailure(Prop.ForAll<byte[]>(octets =>
            ZoneText.Read(new ZoneReader(octets, new())).Count <= octets.Length));
    }

    private static byte[] Mutate(byte[] octets, Random random)
    {
        const string Characters = "\n\n \t\";()\\$@.*0Aa#=";
        var list = octets.Take(random.Next(octets.Length)).ToList();
        for (var i = random.Next(1, 30); i > 0 && list.Count > 0; i--)
        {
            var at = random.Next(list.Count);
            var octet = random.Next(4) == 0 ? (byte)random.Next(256) : (byte)Characters[random.Next(Characters.Length)];
            if (random.Next(3) == 0)
                list.RemoveRange(at, Math.Min(random.Next(1, 40), list.Count - at));
            else if (random.Next(2) == 0)
                list.Insert(at, octet);
            else
                list[at] = octet;
        }
        return [.. list];
    }

    internal static byte[] Resource(string file)
    {
        using var stream = typeof(ZoneFileTests).Assembly.GetManifestResourceStream(file)!;
        var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
