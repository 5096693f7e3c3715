using Dnssec.Zones;
using FsCheck;
using FsCheck.Fluent;

namespace Dnssec.Tests.Zones;

public sealed class ZoneDigestTests
{
    [Theory, Rfc(8976, "A")]
    [InlineData("a1", "example.")]
    [InlineData("a2", "example.")]
    [InlineData("a3", "example.")]
    [InlineData("a4", "uri.arpa.")]
    [InlineData("a5", "root-servers.net.")]
    public void The_zones_printed_in_the_RFC_match_their_digests(string file, string apex) =>
        Assert.Equal(ZoneDigestStatus.Verified, ZoneDigest.Verify(ZoneFiles.Read($"zonemd/{file}.zone", apex)));

    [Fact, Rfc(8976, "3.3.3")]
    public void Order_of_records_and_equal_records_do_not_matter()
    {
        var lines = TestData.Lines("zonemd/a2.zone");

        var property = Prop.ForAll(Arb.From(Gen.Shuffle(lines.Concat(lines).ToArray())), shuffled =>
            ZoneDigest.Verify(ZoneFiles.Parse(string.Join('\n', shuffled), "example.")) == ZoneDigestStatus.Verified);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(30), property);
    }

    [Fact]
    public void No_record_can_be_changed_removed_or_added()
    {
        var lines = TestData.Lines("zonemd/a2.zone").Where(line => line.Length > 0).ToArray();
        var others = lines.Where(line => line.Split('\t')[0].EndsWith("example.", StringComparison.Ordinal)
            && !line.Contains("ZONEMD", StringComparison.Ordinal)
            && !line.Contains("SOA", StringComparison.Ordinal)).ToList();

        var statuses = others.SelectMany(line => (string[][])
        [
            [.. lines.Where(other => other != line)],
            [.. lines.Select(other => other == line ? "x." + line : other)],
            [.. lines, "x." + line],
        ]).Select(changed => ZoneDigest.Verify(ZoneFiles.Parse(string.Join('\n', changed), "example.")));

        Assert.All(statuses, status => Assert.Equal(ZoneDigestStatus.Mismatch, status));
    }

    [Fact, Rfc(8976, "3.3.2")]
    public void Records_outside_the_zone_do_not_count() =>
        Assert.Equal(ZoneDigestStatus.Verified, Status("a1", Add("other. 60 IN A 192.0.2.1")));

    [Fact, Rfc(8976, "4")]
    public void A_digest_for_another_serial_does_not_count() =>
        Assert.Equal(
            ZoneDigestStatus.SerialMismatch, Status("a1", Edit("ZONEMD\t2018031900", "ZONEMD\t2018031901")));

    [Fact, Rfc(8976, "4")]
    public void A_zone_without_a_digest_says_so() =>
        Assert.Equal(ZoneDigestStatus.Missing, Status("a1", Remove("ZONEMD")));

    [Theory, Rfc(8976, "4")]
    [InlineData("1 241 ")]
    [InlineData("240 1 ")]
    [InlineData("1 3 ")]
    public void Unknown_schemes_and_hashes_are_no_mismatch(string unknown) =>
        Assert.Equal(
            ZoneDigestStatus.Unsupported,
            Status("a1", Edit("ZONEMD\t2018031900 1 1 ", "ZONEMD\t2018031900 " + unknown)));

    [Fact, Rfc(8976, "4")]
    public void One_digest_that_matches_is_enough() =>
        Assert.Equal(ZoneDigestStatus.Verified, Status("a3", Edit("1 1 62e6", "1 1 62e7")));

    [Fact, Rfc(8976, "2")]
    public void Two_digests_of_one_scheme_and_hash_do_not_count()
    {
        var second = "example. 86400 IN ZONEMD 2018031900 1 1 " + new string('a', 96);

        Assert.Equal(ZoneDigestStatus.Ambiguous, Status("a1", Add(second)));
    }

    [Fact]
    public void A_zone_without_one_SOA_record_has_no_serial() =>
        Assert.Equal(ZoneDigestStatus.NoSerial, Status("a1", Remove("SOA")));

    private static Func<string[], string[]> Add(string line) => lines => [.. lines, line];

    private static Func<string[], string[]> Remove(string word) =>
        lines => [.. lines.Where(line => !line.Contains(word, StringComparison.Ordinal))];

    private static Func<string[], string[]> Edit(string from, string to) =>
        lines => [.. lines.Select(line => line.Replace(from, to, StringComparison.Ordinal))];

    private static ZoneDigestStatus Status(string file, Func<string[], string[]> edit)
    {
        var lines = TestData.Lines($"zonemd/{file}.zone");
        var edited = edit(lines);
        Assert.NotEqual(lines, edited);
        return ZoneDigest.Verify(ZoneFiles.Parse(string.Join('\n', edited), "example."));
    }
}
