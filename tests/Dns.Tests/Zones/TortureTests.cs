using System.IO.Compression;
using Dns.Zones;
using Xunit;

namespace Dns.Tests.Zones;

/// <summary>
/// Torture files and what four other parsers make of them, where they are on the machine. Where those agree with one
/// another, ours agrees with them, or the difference is listed here with the rule that decides.
/// </summary>
public sealed class TortureTests
{
    // What a whole zone must be is not the text's business: one SOA at the apex (RFC 1035 §5.2), no other data beside
    // a CNAME (RFC 1034 §3.6.2), a name server that has an address. The reader takes such text, a zone may not.
    private static readonly string[] TakenAsText =
    [
        "bind9-checkzone/bad-cname-and-", "dnspython/example", "zscanner/00-2", "zscanner/04-",
    ];

    // The reader has no such directive: it is in no RFC.
    private static readonly string[] RefusedAsUnknown = ["bind9-checkzone/good-generate"];

    // An entry of a scanner case, and why ours differs from it.
    private static readonly (string Case, string Ours, string Why)[] Differences =
    [
        ("02_class", "2 1 00 00", "RFC 1035 §5.1, RFC 3597 §5: CH and CLASS1 are classes"),
        ("03_rrttl", "TtlInvalid", "RFC 2181 §8: a TTL has 31 bits"),
        ("04-0_ORIGIN", "2 1 00 00", "the reader goes on behind a fault"),
        ("04-1_ORIGIN", "(end)", "RFC 1035 §5.1: a relative name is completed by the origin"),
        ("04-2_ORIGIN", "(end)", "RFC 2181 §11: any octet may stand in a label"),
        ("00-2_general", "(end)", "RFC 1035 §5.1: CRLF ends a line"),
        ("14_NS", "2 1 00 ", "RFC 2181 §11: any octet may stand in a label; only the lone @ is the origin"),
        ("14_NS", "(end)", "behind an open quote nothing is read"),
        ("26_SRV", "33 1 00 ", "RFC 2181 §11: any octet may stand in a label"),
        ("28_TYPE", "TypeNotStorable", "RFC 6895 §3.1: type 0 stands for no type"),
        ("29_CERT", "37 1 00 ", "RFC 4398 §2.2: blanks may stand inside base 64"),
        ("30_KEY", "25 1 00 ", "RFC 4034 §2.2: blanks may stand inside base 64; RFC 2535 §3.1.2: a KEY may be no key"),
        ("31_DNSKEY", "48 1 00 ", "RFC 4034 §2.2: blanks may stand inside base 64"),
        ("38_DHCID", "49 1 00 ", "RFC 4701 §3.2: blanks may stand inside base 64"),
        ("39_NSEC3", "Base32Invalid", "RFC 5155 §3.3: base 32 unpadded"),
        ("42_LOC", "ValueInvalid", "RFC 1876 §2: a latitude is 90 degrees at most"),
        ("47_L64", "106 1 00 ", "RFC 6742 §2.3: groups as in an IPv6 address, zeros in front may be left out"),
        ("50_CDNSKEY", "60 1 00 ", "RFC 4034 §2.2: blanks may stand inside base 64"),
        ("51_URI", "ValueInvalid", "RFC 7553 §4.4: the target is not empty"),
        ("52_CAA", "QuotesMisplaced", "RFC 8659 §4.1.1: a tag is letters and digits, one at least, and not quoted"),
        ("56_ZONEMD", "HexInvalid", "RFC 8976 §2.2.4: a digest has 12 octets at least"),
        ("56_ZONEMD", "RdataMalformed", "RFC 8976 §2.2.4: a digest has 12 octets at least"),
        ("57_SVCB", "ServiceParameterInvalid", "RFC 9460 §14.3.2: key 65535 is invalid"),
        ("62_ALIAS", "TypeUnknown", "a private type of one project"),
        ("62_ALIAS", "GenericFormNeeded", "a private type of one project"),
    ];

    [Fact]
    public void Where_other_parsers_agree_ours_agrees_or_the_rule_is_listed()
    {
        foreach (var line in Verdicts())
        {
            var cells = line.Split('\t');
            var verdicts = cells.Skip(2).Select(cell => cell.StartsWith("yes", StringComparison.Ordinal)).Distinct();
            if (verdicts.ToList() is not [var theirs])
                continue;
            var ours = ReadFile(cells[0], cells[1]);
            var isListed = (ours is null ? TakenAsText : RefusedAsUnknown).Any(cells[0].Contains);
            Assert.True(isListed || ours is null == theirs, $"{cells[0]}: {ours}");
        }
    }

    [Fact]
    public void Every_entry_means_what_another_scanner_says_or_the_rule_is_listed()
    {
        foreach (var path in ScannerCases())
        {
            var name = Path.GetFileNameWithoutExtension(path);
            var expected = ScannerCase.Expected(Path.ChangeExtension(path, ".out"));
            var actual = ScannerCase.Actual(path);
            var differences = Differences.Where(difference => name == difference.Case).ToList();
            for (var i = 0; i < Math.Max(expected.Count, actual.Count); i++)
            {
                var theirs = i < expected.Count ? expected[i] : "(end)";
                var ours = i < actual.Count ? actual[i] : "(end)";
                var isSame = theirs == ours || (theirs == "error" && !ours.Contains(' ') && ours != "(end)");
                var isListed = differences.Any(listed => ours.StartsWith(listed.Ours, StringComparison.Ordinal));
                Assert.True(isSame || isListed, $"{name} entry {i + 1}: theirs {theirs}, ours {ours}");
            }
        }
    }

    [Fact]
    public void One_zone_in_five_styles_is_one_zone()
    {
        var zones = Files("fetched/vectors/zonefile/dnspython", "example*")
            .Select(path => ZoneText.Read(new ZoneReader(File.ReadAllBytes(path), Example)).Order().ToList()).ToList();

        Assert.All(zones, zone => Assert.Equal(zones[0], zone));
    }

    [Fact]
    public void Real_root_zones_are_read_whole_and_written_back_the_same()
    {
        foreach (var path in Files("fetched/root", "*.zone.gz"))
        {
            var zone = ZoneText.Read(new ZoneReader(Unpack(path), new() { SourceName = path }));

            Assert.True(zone.Count > 3900, path);
            Assert.DoesNotContain(zone, line => line.Contains(@"\#"));
            Assert.DoesNotContain(zone, line => line.StartsWith("fault ", StringComparison.Ordinal));
            Assert.Equal(zone, ZoneText.Read(string.Join('\n', zone)));
        }
    }

    private static ZoneReaderOptions Example => new() { Origin = DomainName.Parse("example.") };

    private static IEnumerable<string> Verdicts() =>
        SharedData.Find("fetched/vectors/zonefile/VERDICTS.tsv") is { } path ? File.ReadLines(path).Skip(1) : [];

    // Cases of $INCLUDE need files that are not there.
    private static IEnumerable<string> ScannerCases() =>
        Files("fetched/vectors/zonefile/zscanner", "*.in").Where(path => !path.Contains("INCLUDE"));

    private static IEnumerable<string> Files(string folder, string pattern) =>
        SharedData.Find(folder) is { } path ? Directory.GetFiles(path, pattern).Order() : [];

    private static ZoneError? ReadFile(string file, string origin)
    {
        using var stream = File.OpenRead(SharedData.Find("fetched/vectors/" + file)!);
        using var reader = new ZoneReader(stream, new() { Origin = DomainName.Parse(origin), DefaultTtl = new(0) });
        return RRsetCollector.Collect(reader, out _);
    }

    private static byte[] Unpack(string path)
    {
        using var packed = File.OpenRead(path);
        using var stream = new GZipStream(packed, CompressionMode.Decompress);
        var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
