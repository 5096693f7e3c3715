using Dns;
using Dnssec.Trust;
using Dnssec.Zones;
using FsCheck;
using FsCheck.Fluent;
using Resolver.LocalRoot;
using Signing;
using Xunit;

namespace Resolver.Tests.LocalRoot;

public sealed class RootZoneInspectorTests
{
    [Theory]
    [InlineData("none", ZoneDigestStatus.Verified)]
    [InlineData("sha512", ZoneDigestStatus.Verified)]
    [InlineData("ecdsa-both", ZoneDigestStatus.Verified)]
    [InlineData("unknown-type", ZoneDigestStatus.Verified)]
    [InlineData("dnskey-early", ZoneDigestStatus.Verified)]
    [InlineData("one-early", ZoneDigestStatus.Verified)]
    [InlineData("zonemd-absent", ZoneDigestStatus.Missing)]
    [InlineData("zonemd-hash", ZoneDigestStatus.Unsupported)]
    [InlineData("zonemd-scheme", ZoneDigestStatus.Unsupported)]
    public void A_good_zone_is_taken(string name, ZoneDigestStatus digest)
    {
        var verdict = RootZoneFiles.Inspect(name);

        Assert.Equal((RootRefusal.None, ""), (verdict.Refusal, verdict.Detail));
        Assert.Equal(digest, verdict.Zone!.Digest);
        Assert.Equal(25, verdict.Zone.DelegationCount);
    }

    [Theory]
    [InlineData("empty", RootRefusal.TooSmall)]
    [InlineData("glue", RootRefusal.DigestWrong)]
    [InlineData("ds", RootRefusal.DigestWrong)]
    [InlineData("zonemd-digest", RootRefusal.DigestWrong)]
    [InlineData("zonemd-serial", RootRefusal.DigestWrong)]
    [InlineData("zonemd-two", RootRefusal.DigestWrong)]
    [InlineData("zonemd-unsigned", RootRefusal.SignatureFails)]
    [InlineData("zonemd-stripped", RootRefusal.ProofsBroken)]
    [InlineData("no-nsec", RootRefusal.ProofsBroken)]
    [InlineData("wrong-key", RootRefusal.KeysNotTrusted)]
    public void A_zone_with_a_fault_is_refused_and_the_fault_is_named(string name, RootRefusal expected)
    {
        var verdict = RootZoneFiles.Inspect(name);

        Assert.Equal(expected, verdict.Refusal);
        Assert.Null(verdict.Zone);
        Assert.NotEmpty(verdict.Detail);
    }

    [Fact]
    public void A_file_that_was_cut_off_is_refused_whole() =>
        Assert.Null(RootZoneFiles.Parse(RootZoneFiles.Text("cut")));

    [Theory]
    [InlineData("none", "2026-01-14T00:00:00Z")]
    [InlineData("dnskey-early", "2026-01-12T07:00:00Z")]
    [InlineData("one-early", "2026-01-09T00:00:00Z")]
    public void The_end_is_that_of_the_first_signature_to_end(string name, string end) =>
        Assert.Equal(end, RootZoneFiles.Inspect(name).Zone!.EarliestExpiration.ToString());

    [Theory]
    [InlineData(86_401, RootRefusal.None)]
    [InlineData(86_400, RootRefusal.EndsTooSoon)]
    [InlineData(-400, RootRefusal.KeysNotTrusted)]
    public void A_zone_near_its_end_is_not_begun_with(long secondsLeft, RootRefusal expected)
    {
        var end = RootZoneFiles.Inspect("none").Zone!.EarliestExpiration;

        Assert.Equal(expected, RootZoneFiles.Inspect("none", end.PlusSeconds(-secondsLeft)).Refusal);
    }

    [Theory]
    [InlineData(25, RootRefusal.None)]
    [InlineData(26, RootRefusal.TooSmall)]
    public void A_zone_has_as_many_domains_as_are_asked_for(int atLeast, RootRefusal expected) =>
        Assert.Equal(
            expected,
            RootZoneFiles.Inspect("none", policy: RootZoneFiles.Small with { MinDelegations = atLeast }).Refusal);

    [Theory]
    [InlineData("zonemd-absent", RootRefusal.DigestMissing)]
    [InlineData("zonemd-hash", RootRefusal.DigestUnsupported)]
    [InlineData("none", RootRefusal.None)]
    public void A_policy_may_want_a_digest(string name, RootRefusal expected)
    {
        var strict = RootZoneFiles.Small with
        {
            WithoutDigest = DigestPolicy.DigestRequired,
            WithUnknownDigest = DigestPolicy.DigestRequired,
        };

        Assert.Equal(expected, RootZoneFiles.Inspect(name, policy: strict).Refusal);
    }

    [Theory, Rfc(1982, "3.2")]
    [InlineData(5, 4, RootRefusal.SerialWentBack)]
    [InlineData(5, 5, RootRefusal.SerialReused)]
    [InlineData(5, 6, RootRefusal.None)]
    [InlineData(uint.MaxValue, 0, RootRefusal.None)]
    [InlineData(0, uint.MaxValue, RootRefusal.SerialWentBack)]
    public void The_serial_goes_forward(uint before, uint after, RootRefusal expected)
    {
        var current = InspectMade(before, 100).Zone;

        Assert.Equal(expected, InspectMade(after, 101, current).Refusal);
    }

    [Fact]
    public void The_same_copy_again_is_fine()
    {
        var current = RootZoneFiles.Inspect("none").Zone;

        Assert.Equal(
            RootRefusal.None,
            RootZoneFiles.Inspect(RootZoneFiles.Parse(RootZoneFiles.Text("none"))!, current).Refusal);
    }

    [Theory]
    [InlineData(105, RootRefusal.None)]
    [InlineData(106, RootRefusal.MassChange)]
    [InlineData(95, RootRefusal.None)]
    [InlineData(94, RootRefusal.MassChange)]
    public void Too_much_change_at_once_is_held(int domains, RootRefusal expected)
    {
        var current = InspectMade(1, 100).Zone;

        var verdict = InspectMade(2, domains, current);
        var accepted = InspectMade(2, domains, current, RootAcceptance.ByOperator);

        Assert.Equal(expected, verdict.Refusal);
        Assert.Equal(expected == RootRefusal.MassChange, verdict.IsHeld);
        Assert.Equal(RootRefusal.None, accepted.Refusal);
    }

    [Theory]
    [InlineData("a.b.", RecordType.Ns)]
    [InlineData("*.", RecordType.A)]
    [InlineData("*.", RecordType.Ns)]
    public void What_a_root_zone_never_has_is_refused(string owner, RecordType type)
    {
        var rdata = type == RecordType.A ? Rdata.Address("192.0.2.1") : Rdata.Name("ns.nic.");
        var image = Make(1, 30, new ZoneRecord(owner, type, rdata));

        Assert.Equal(RootRefusal.NotARootZone, Inspect(image, null).Refusal);
    }

    [Fact]
    public void No_mutation_is_ever_taken()
    {
        var text = RootZoneFiles.Text("none");
        var original = RootZoneFiles.Parse(text)!;

        var property = Prop.ForAll(
            Arb.From(Gen.Choose(0, text.Length - 1).Zip(Gen.Choose(0, 255))), change =>
            {
                var mutated = (byte[])text.Clone();
                mutated[change.Item1] = (byte)change.Item2;
                return RootZoneFiles.Parse(mutated) is not { } image
                    || image.HasSameRecords(original)
                    || RootZoneFiles.Inspect(image, null).Zone is null;
            });

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), property);
    }

    private static RootZoneVerdict InspectMade(
        uint serial, int domains, VerifiedRootZone? current = null,
        RootAcceptance acceptance = RootAcceptance.Ordinary) => Inspect(Make(serial, domains), current, acceptance);

    private static RootZoneVerdict Inspect(
        ZoneImage image, VerifiedRootZone? current, RootAcceptance acceptance = RootAcceptance.Ordinary)
    {
        var anchor = new TrustAnchor(DomainName.Root, default, image.Find(DomainName.Root, RecordType.Dnskey));
        return RootZoneFiles.Inspector().Inspect(image, current, anchor, SignatureWindow.Noon, acceptance);
    }

    private static ZoneImage Make(uint serial, int domains, params ZoneRecord[] more)
    {
        var zone = ZoneSigner.Simple().Sign(
            ".",
            [
                new ZoneRecord(".", RecordType.Soa, Rdata.Soa(serial)),
                new ZoneRecord(".", RecordType.Ns, Rdata.Name("ns.nic.")),
                .. Enumerable.Range(0, domains).Select(i =>
                    new ZoneRecord($"tld{i}.", RecordType.Ns, Rdata.Name("ns.nic."))),
                .. more,
            ]);
        var builder = new ZoneImageBuilder(DomainName.Root);
        foreach (var set in zone.Sets)
        {
            foreach (var rdata in set.Records)
                builder.TryAdd(set.Owner, set.Type, set.Class, set.Ttl, rdata);
            foreach (var rdata in set.Signatures)
                builder.TryAdd(set.Owner, RecordType.Rrsig, set.Class, set.Ttl, rdata);
        }
        return builder.Build();
    }
}
