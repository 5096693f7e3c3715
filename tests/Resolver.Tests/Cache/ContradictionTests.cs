using Dns;
using Dnssec;
using Resolver.Cache;
using Xunit;
using static Resolver.Tests.Cache.CacheFixture;

namespace Resolver.Tests.Cache;

public sealed class ContradictionTests
{
    private readonly CacheFixture _cache = new();

    [Fact]
    public void Data_replaces_the_denial_of_its_type_and_the_other_way_round()
    {
        _cache.Deny("a.example.", RecordType.A, Denial(DenialKind.NoData));
        _cache.Store(Address("a.example.", 60));
        Assert.Equal("a.example. 60 A", _cache.Walk("a.example.", RecordType.A));

        _cache.Deny("a.example.", RecordType.A, Denial(DenialKind.NoData, ttl: 50));
        Assert.Equal("NoData 50", _cache.Walk("a.example.", RecordType.A));
        Assert.Equal(1, _cache.Cache.Statistics.Entries);
    }

    [Fact]
    public void Data_of_any_type_ends_the_denial_of_its_name()
    {
        _cache.Deny("a.example.", RecordType.A, Denial(DenialKind.NxDomain));

        _cache.Store(Set("a.example.", 60, RecordType.Txt, [1, 65]));

        Assert.Equal("Open at a.example.", _cache.Walk("a.example.", RecordType.A));
    }

    [Fact, Rfc(8020, "2")]
    public void The_denial_of_a_name_answers_for_every_type_but_leaves_fresh_data_to_run_out()
    {
        _cache.Store(Set("a.example.", 60, RecordType.Txt, [1, 65]));

        _cache.Deny("a.example.", RecordType.A, Denial(DenialKind.NxDomain));

        Assert.Equal("NxDomain 60", _cache.Walk("a.example.", RecordType.Mx));
        Assert.Equal("a.example. 60 TXT", _cache.Walk("a.example.", RecordType.Txt));
    }

    [Fact]
    public void The_denial_of_a_name_takes_the_type_asked_for_and_the_alias_along()
    {
        _cache.Store(Alias("a.example.", 60, "b.example."));
        _cache.Store(Address("a.example.", 60));

        _cache.Deny("a.example.", RecordType.A, Denial(DenialKind.NxDomain));

        Assert.Equal("NxDomain 60", _cache.Walk("a.example.", RecordType.A));
        Assert.Equal("NxDomain 60", _cache.Walk("a.example.", RecordType.Aaaa));
    }

    [Fact, Rfc(8767, "4")]
    public void Stale_data_is_not_revived_once_its_name_was_denied()
    {
        _cache.Store(Address("a.example.", 10));
        _cache.Store(Set("a.example.", 10, RecordType.Txt, [1, 65]));
        _cache.Pass(seconds: 11);

        _cache.Deny("a.example.", RecordType.A, Denial(DenialKind.NxDomain, ttl: 60));
        _cache.Pass(seconds: 61);

        Assert.Equal("NxDomain 30", _cache.Walk("a.example.", RecordType.A, Acceptance.Stale));
        Assert.Equal("NxDomain 30", _cache.Walk("a.example.", RecordType.Txt, Acceptance.Stale));
    }

    [Fact, Rfc(8767, "4")]
    public void Data_that_goes_stale_after_its_name_was_denied_is_not_served()
    {
        _cache.Store(Set("a.example.", 100, RecordType.Txt, [1, 65]));
        _cache.Pass(seconds: 1);
        _cache.Deny("a.example.", RecordType.A, Denial(DenialKind.NxDomain, ttl: 5));

        _cache.Pass(seconds: 100);

        Assert.Equal("NxDomain 30", _cache.Walk("a.example.", RecordType.Txt, Acceptance.Stale));
    }

    [Fact]
    public void Stale_data_is_not_revived_once_its_type_was_denied()
    {
        _cache.Store(Address("a.example.", 10));
        _cache.Pass(seconds: 11);

        _cache.Deny("a.example.", RecordType.A, Denial(DenialKind.NoData, ttl: 60));
        _cache.Pass(seconds: 61);

        Assert.Equal("NoData 30", _cache.Walk("a.example.", RecordType.A, Acceptance.Stale));
    }

    [Fact]
    public void A_fresh_alias_comes_before_stale_data()
    {
        _cache.Store(Address("a.example.", 10));
        _cache.Pass(seconds: 11);

        _cache.Store(Alias("a.example.", 60, "b.example."));

        Assert.Equal(
            "a.example. 60 CNAME | Open at b.example.", _cache.Walk("a.example.", RecordType.A, Acceptance.Stale));
    }

    [Fact]
    public void Fresh_data_ends_the_alias_of_its_name()
    {
        _cache.Store(Alias("a.example.", 60, "b.example."));

        _cache.Store(Address("a.example.", 60));

        Assert.Equal("Open at a.example.", _cache.Walk("a.example.", RecordType.Aaaa));
    }

    [Fact]
    public void The_denial_of_a_type_ends_the_alias_of_its_name()
    {
        _cache.Store(Alias("a.example.", 60, "b.example."));

        _cache.Deny("a.example.", RecordType.Mx, Denial(DenialKind.NoData));

        Assert.Equal("Open at a.example.", _cache.Walk("a.example.", RecordType.Aaaa));
    }

    [Theory, Rfc(4034, "4")]
    [InlineData(RecordType.Nsec)]
    [InlineData(RecordType.Rrsig)]
    public void Signatures_and_nsec_stand_beside_an_alias(RecordType type)
    {
        _cache.Store(Set("a.example.", 60, type, [0]));
        _cache.Store(Alias("a.example.", 60, "b.example."));
        _cache.Store(Set("a.example.", 50, type, [0]));

        Assert.Equal("a.example. 60 CNAME | Open at b.example.", _cache.Walk("a.example.", RecordType.A));
        Assert.NotNull(_cache.Find("a.example.", type));
    }

    [Fact]
    public void The_absence_of_ds_at_an_alias_says_nothing_against_the_alias()
    {
        _cache.Store(Alias("a.example.", 60, "b.example."));

        _cache.Deny("a.example.", RecordType.Ds, Denial(DenialKind.NoData));

        Assert.Equal("a.example. 60 CNAME | Open at b.example.", _cache.Walk("a.example.", RecordType.A));
        Assert.Equal("NoData 60", _cache.Walk("a.example.", RecordType.Ds));
    }

    [Fact]
    public void An_alias_takes_denials_of_its_name_and_types_along()
    {
        _cache.Deny("a.example.", RecordType.A, Denial(DenialKind.NoData));
        _cache.Deny("b.example.", RecordType.A, Denial(DenialKind.NxDomain));

        _cache.Store(Alias("a.example.", 60, "c.example."));
        _cache.Store(Alias("b.example.", 60, "c.example."));

        Assert.Equal("a.example. 60 CNAME | Open at c.example.", _cache.Walk("a.example.", RecordType.A));
        Assert.Equal("b.example. 60 CNAME | Open at c.example.", _cache.Walk("b.example.", RecordType.A));
    }

    [Fact]
    public void Glue_contradicts_nothing()
    {
        _cache.Deny("a.example.", RecordType.A, Denial(DenialKind.NxDomain));

        _cache.Store(Scrubbed(Address("a.example.", 60), Credibility.Additional));

        Assert.Equal("NxDomain 60", _cache.Walk("a.example.", RecordType.A));
        Assert.NotNull(_cache.Find("a.example.", RecordType.A, Acceptance.Glue));
    }

    [Fact]
    public void A_name_asked_for_with_every_type_keeps_few_entries()
    {
        for (var type = 1024; type < 1424; type++)
            _cache.Deny("a.example.", (RecordType)type, Denial(DenialKind.NoData));

        Assert.InRange(_cache.Cache.Statistics.Entries, 8, 24);
        Assert.Equal("NoData 60", _cache.Walk("a.example.", (RecordType)1423));
    }

    [Fact]
    public void A_secure_denial_of_a_name_denies_what_is_below_it()
    {
        _cache.Deny("example.", RecordType.A, Denial(DenialKind.NxDomain, security: SecurityStatus.Secure));

        Assert.Equal("NxDomain 60", _cache.Walk("a.b.example.", RecordType.A));
    }

    [Fact]
    public void An_insecure_denial_of_a_name_denies_what_is_below_it_only_on_demand()
    {
        var trusting = new CacheFixture(new CacheOptions { NxDomainCut = NxDomainCut.All });
        _cache.Deny("example.", RecordType.A, Denial(DenialKind.NxDomain));
        trusting.Deny("example.", RecordType.A, Denial(DenialKind.NxDomain));

        Assert.Equal("Open at a.b.example.", _cache.Walk("a.b.example.", RecordType.A));
        Assert.Equal("NxDomain 60", trusting.Walk("a.b.example.", RecordType.A));
    }

    [Fact]
    public void No_denial_denies_what_is_below_it_when_that_is_off()
    {
        var careful = new CacheFixture(new CacheOptions { NxDomainCut = NxDomainCut.Off });

        careful.Deny("example.", RecordType.A, Denial(DenialKind.NxDomain, security: SecurityStatus.Secure));

        Assert.Equal("Open at a.b.example.", careful.Walk("a.b.example.", RecordType.A));
        Assert.Equal("NxDomain 60", careful.Walk("example.", RecordType.Mx));
    }

    [Fact]
    public void Fresh_data_below_a_denied_name_is_left_to_run_out()
    {
        _cache.Store(Address("a.example.", 10));
        _cache.Deny("example.", RecordType.A, Denial(DenialKind.NxDomain, security: SecurityStatus.Secure));
        Assert.Equal("a.example. 10 A", _cache.Walk("a.example.", RecordType.A));

        _cache.Pass(seconds: 11);

        Assert.Equal("NxDomain 49", _cache.Walk("a.example.", RecordType.A, Acceptance.Stale));
    }
}
