using Dns;
using Dnssec;
using FsCheck;
using FsCheck.Fluent;
using Resolver.Cache;
using Xunit;
using static Resolver.Tests.Cache.CacheFixture;

namespace Resolver.Tests.Cache;

public sealed class LifetimeTests
{
    private readonly CacheFixture _cache = new();

    [Theory, Rfc(8767, "4")]
    [InlineData(86_400, 86_400)]
    [InlineData(86_401, 86_400)]
    [InlineData(int.MaxValue, 86_400)]
    public void A_ttl_is_at_most_a_day(uint ttl, uint shown)
    {
        _cache.Store(Address("a.example.", ttl));

        Assert.Equal(new Ttl(shown), Find().Remaining);
    }

    [Theory]
    [InlineData(59, 60)]
    [InlineData(61, 61)]
    public void A_least_ttl_is_kept_to_where_the_operator_sets_one(uint ttl, uint shown)
    {
        var cache = new CacheFixture(new CacheOptions { MinTtl = new(60) });

        cache.Store(Address("a.example.", ttl));

        Assert.Equal(new Ttl(shown), cache.Find("a.example.", RecordType.A)!.Value.Remaining);
    }

    [Theory]
    [InlineData(59.999, true, 1)]
    [InlineData(60, false, 30)]
    public void Data_is_fresh_until_its_ttl_is_over(double seconds, bool isFresh, uint shown)
    {
        _cache.Store(Address("a.example.", 60));

        _cache.Pass(seconds);

        Assert.Equal(isFresh ? Freshness.Fresh : Freshness.Stale, Find().Freshness);
        Assert.Equal(new Ttl(shown), Find().Remaining);
    }

    [Theory, Rfc(1035, "3.2.1")]
    [InlineData(0.999, Freshness.Fresh)]
    [InlineData(1, Freshness.Stale)]
    public void Data_with_ttl_zero_is_found_again_for_a_second_and_shown_as_zero(double seconds, Freshness freshness)
    {
        _cache.Store(Address("a.example.", 0));
        Assert.Equal(Ttl.Zero, Find().Remaining);

        _cache.Pass(seconds);

        Assert.Equal(freshness, Find().Freshness);
        Assert.Equal(freshness == Freshness.Fresh ? Ttl.Zero : new Ttl(30), Find().Remaining);
    }

    [Theory, Rfc(2308, "5")]
    [InlineData(60, 3600, 60)]
    [InlineData(3600, 60, 60)]
    [InlineData(86_400, 10_800, 10_800)]
    [InlineData(86_400, 10_801, 10_800)]
    [InlineData(60, 0, 0)]
    public void A_denial_lives_as_long_as_the_lesser_of_ttl_and_minimum_but_three_hours_at_most(
        uint ttl, uint minimum, uint lifetime) =>
        Assert.Equal(new Ttl(lifetime), _cache.Cache.Ttls.ForDenial(Soa("example.", ttl, minimum)));

    [Fact]
    public void A_minimum_with_the_top_bit_set_is_a_long_one()
    {
        var soa = Set("example.", 60, RecordType.Soa, [0, 0, .. new byte[16], 0xFF, 0xFF, 0xFF, 0xFF]);

        Assert.Equal(new Ttl(60), _cache.Cache.Ttls.ForDenial(soa));
    }

    [Theory, Rfc(2308, "5")]
    [InlineData(5, 5)]
    [InlineData(6, 5)]
    public void A_denial_without_soa_lives_five_seconds_at_most(uint offered, uint shown)
    {
        _cache.Deny("a.example.", RecordType.A, Denial(DenialKind.NoData, offered) with { Soa = default });

        Assert.Equal($"NoData {shown}", _cache.Walk("a.example.", RecordType.A));
        Assert.Equal(new Ttl(5), _cache.Cache.Ttls.ForDenial(default));
    }

    [Theory, Rfc(8767, "5")]
    [InlineData(86_399, true)]
    [InlineData(86_400, false)]
    public void Stale_data_is_served_for_a_day_and_not_longer(double staleFor, bool isServed)
    {
        _cache.Store(Address("a.example.", 60));

        _cache.Pass(60 + staleFor);

        Assert.Equal(isServed, _cache.Find("a.example.", RecordType.A) is not null);
    }

    [Theory]
    [InlineData(3 * 86_400 - 1, true)]
    [InlineData(3 * 86_400, false)]
    public void The_operator_can_stretch_stale_data_to_three_days(double staleFor, bool isServed)
    {
        var cache = new CacheFixture(new CacheOptions { MaxStale = new(3 * 86_400) });
        cache.Store(Address("a.example.", 60));

        cache.Pass(60 + staleFor);

        Assert.Equal(isServed, cache.Find("a.example.", RecordType.A) is not null);
    }

    [Fact]
    public void Nothing_is_served_stale_when_that_is_off()
    {
        var cache = new CacheFixture(new CacheOptions { MaxStale = Ttl.Zero });
        cache.Store(Address("a.example.", 60));

        cache.Pass(60);

        Assert.Null(cache.Find("a.example.", RecordType.A));
    }

    [Theory, Rfc(8767, "4")]
    [InlineData(0, 0)]
    [InlineData(59, 0)]
    [InlineData(61, 1)]
    [InlineData(100, 40)]
    public void How_long_data_has_been_stale_is_said(double seconds, uint staleFor)
    {
        _cache.Store(Address("a.example.", 60));

        _cache.Pass(seconds);

        Assert.Equal(new Ttl(staleFor), Find().StaleFor);
    }

    [Theory, Rfc(4035, "5.3.3")]
    [InlineData(99.999, true)]
    [InlineData(100, false)]
    public void Secure_data_is_not_served_past_the_end_of_its_signatures(double seconds, bool isServed)
    {
        var set = Scrubbed(Address("a.example.", 60), security: SecurityStatus.Secure) with
        {
            SignaturesEnd = _cache.Now.Wall.PlusSeconds(100),
        };
        _cache.Store(set);
        _cache.Deny(
            "b.example.",
            RecordType.A,
            Denial(DenialKind.NoData, security: SecurityStatus.Secure) with { SignaturesEnd = set.SignaturesEnd });

        _cache.Pass(seconds);

        Assert.Equal(isServed, _cache.Find("a.example.", RecordType.A) is not null);
        Assert.Equal(isServed, _cache.Find("b.example.", RecordType.A) is not null);
    }

    [Fact]
    public void Insecure_data_does_not_care_about_signatures()
    {
        _cache.Store(Scrubbed(Address("a.example.", 60)) with { SignaturesEnd = _cache.Now.Wall.PlusSeconds(1) });

        _cache.Pass(100);

        Assert.NotNull(_cache.Find("a.example.", RecordType.A));
    }

    [Fact]
    public void A_ttl_never_rises_without_a_store() =>
        Prop.ForAll(ArbMap.Default.ArbFor<ushort>(), ArbMap.Default.ArbFor<ushort[]>(), (ttl, pauses) =>
        {
            var cache = new CacheFixture();
            cache.Store(Address("a.example.", ttl));
            var last = uint.MaxValue;
            foreach (var pause in pauses)
            {
                cache.Pass(pause / 1000.0);
                if (cache.Find("a.example.", RecordType.A, Acceptance.Fresh) is not { } hit)
                    return true;
                if (hit.Remaining.Seconds > last || hit.Remaining.Seconds > ttl)
                    return false;
                last = hit.Remaining.Seconds;
            }
            return true;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Data_asked_for_twice_is_due_for_prefetch_in_the_last_tenth()
    {
        _cache.Store(Address("a.example.", 100));
        Assert.False(Find().IsPrefetchDue);

        _cache.Pass(seconds: 89.9);
        Assert.False(Find().IsPrefetchDue);

        _cache.Pass(seconds: 2.6);
        Assert.True(Find().IsPrefetchDue);
    }

    [Fact]
    public void A_long_lifetime_is_due_for_prefetch_in_its_last_minute()
    {
        _cache.Store(Address("a.example.", 86_400));
        Find();

        _cache.Pass(seconds: 86_400 - 60.1);
        Assert.False(Find().IsPrefetchDue);

        _cache.Pass(seconds: 15.2);
        Assert.True(Find().IsPrefetchDue);
    }

    [Fact]
    public void Data_asked_for_once_is_not_due_for_prefetch()
    {
        _cache.Store(Address("a.example.", 100));

        _cache.Pass(seconds: 99);

        Assert.False(Find().IsPrefetchDue);
        Assert.True(Find().IsPrefetchDue);
    }

    [Fact]
    public void Storing_anew_begins_the_count_of_hits_anew()
    {
        _cache.Store(Address("a.example.", 100));
        Find();
        Assert.True(Find().IsPopular);

        _cache.Store(Address("a.example.", 100));

        Assert.False(Find().IsPopular);
    }

    [Fact]
    public void Sets_stored_together_are_not_all_due_at_once()
    {
        for (var i = 0; i < 32; i++)
        {
            _cache.Store(Address($"a{i}.example.", 100));
            _cache.Find($"a{i}.example.", RecordType.A);
            _cache.Pass(seconds: 0.001);
        }

        _cache.Pass(seconds: 91.25);

        var due = Enumerable.Range(0, 32).Count(i => _cache.Find($"a{i}.example.", RecordType.A)!.Value.IsPrefetchDue);
        Assert.InRange(due, 4, 28);
    }

    private CacheHit Find() => _cache.Find("a.example.", RecordType.A)!.Value;
}
