using Dns;
using Dnssec;
using FsCheck;
using FsCheck.Fluent;
using Resolver.Cache;
using Xunit;
using static Resolver.Tests.Cache.CacheFixture;

namespace Resolver.Tests.Cache;

public sealed class CacheModelTests
{
    private static readonly string[] Zones = ["s0.", "s1.", "t.s0.", "t.s1."];
    private static readonly string[] Hosts = [.. Zones.SelectMany(zone => Enumerable.Range(0, 4), Host)];
    private static readonly uint[] Lifetimes = [0, 1, 2, 5, 30, 300, 86_400];
    private static readonly long[] Pauses = [1, 250, 999, 1000, 1001, 4000, 30_000, 299_500, 86_400_000];

    [Fact]
    public void Walks_are_those_of_the_naive_model_over_random_chains_expiries_and_times() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(300),
            Prop.ForAll(Gen.Choose(0, int.MaxValue).ArrayOf().ToArbitrary(), steps => IsAsTheModel(steps)));

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void A_chain_is_walked_up_to_its_greatest_length(int links)
    {
        var cache = new CacheFixture();
        for (var i = 0; i < links; i++)
            cache.Store(Alias($"n{i}.", 300, $"n{i + 1}."));
        cache.Store(Address($"n{links}.", 300));

        var line = cache.Walk("n0.", RecordType.A);

        Assert.EndsWith(links <= AliasChain.MaxLength ? $"n{links}. 300 A" : "TooLong at n12.", line);
    }

    [Fact]
    public void A_name_that_is_its_own_alias_is_a_loop()
    {
        var cache = new CacheFixture();

        cache.Store(Alias("a.", 300, "A."));

        Assert.Equal("Loop at a.", cache.Walk("a.", RecordType.A));
        Assert.Equal("a. 300 CNAME", cache.Walk("a.", RecordType.Cname));
    }

    [Fact, Rfc(6672, "2.2")]
    public void A_dname_that_makes_a_name_too_long_ends_the_walk()
    {
        var cache = new CacheFixture();
        var label = new string('x', 63);
        cache.Store(Alias("s.", 300, $"{label}.{label}.{label}.s1.", RecordType.Dname));

        Assert.Equal($"NameTooLong at {label}.s.", cache.Walk($"{label}.s.", RecordType.A));
        Assert.Contains("Open at", cache.Walk("www.s.", RecordType.A));
    }

    private static bool IsAsTheModel(int[] steps)
    {
        var cache = new CacheFixture();
        var model = new CacheModel();
        foreach (var step in steps)
            Apply(cache, model, step);
        foreach (var host in Hosts)
        {
            Assert.Equal(model.Walk(host, Freshness.Fresh), cache.Walk(host, RecordType.A));
            Assert.Equal(model.Walk(host, Freshness.Stale), cache.Walk(host, RecordType.A, Acceptance.Stale));
        }
        return true;
    }

    private static void Apply(CacheFixture cache, CacheModel model, int step)
    {
        var name = Hosts[step / 8 % Hosts.Length];
        var zone = Zones[step / 8 % Zones.Length];
        var ttl = Lifetimes[step / 1024 % Lifetimes.Length];
        switch (step % 8)
        {
            case 0:
                cache.Store(Scrubbed(Address(name, ttl), security: SecurityStatus.Secure));
                model.Store(name, RecordType.A, ttl);
                break;
            case 1 or 2 or 3:
                Link(cache, model, name, Hosts[step / 16_384 % Hosts.Length], RecordType.Cname, ttl);
                break;
            case 4:
                Link(cache, model, zone, Zones[step / 16_384 % Zones.Length], RecordType.Dname, ttl);
                break;
            case 5:
                var kind = step / 16_384 % 2 == 0 ? DenialKind.NoData : DenialKind.NxDomain;
                var denied = step / 32_768 % 4 == 0 && kind == DenialKind.NxDomain ? zone : name;
                ttl = Math.Min(ttl, 10_800);
                cache.Deny(denied, RecordType.A, Denial(kind, ttl, security: SecurityStatus.Secure));
                model.Deny(denied, kind, ttl);
                break;
            default:
                var pause = Pauses[step / 1024 % Pauses.Length];
                cache.Pass(pause / 1000.0);
                model.Pass(pause);
                break;
        }
    }

    private static void Link(
        CacheFixture cache, CacheModel model, string owner, string target, RecordType type, uint ttl)
    {
        cache.Store(Scrubbed(Alias(owner, ttl, target, type), security: SecurityStatus.Secure));
        model.Store(owner, type, ttl, target);
    }

    private static string Host(string zone, int number) => $"h{number}.{zone}";
}
