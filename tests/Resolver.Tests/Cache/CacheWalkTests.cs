using Dns;
using Resolver.Cache;
using Xunit;
using static Resolver.Tests.Cache.CacheFixture;

namespace Resolver.Tests.Cache;

public sealed class CacheWalkTests
{
    private readonly CacheFixture _cache = new();

    [Fact]
    public void A_chain_is_walked_link_by_link_and_each_link_keeps_its_own_ttl()
    {
        _cache.Store(Alias("www.example.", 300, "cdn.example."));
        _cache.Store(Alias("cdn.example.", 100, "host.example.net."));
        _cache.Store(Address("host.example.net.", 200));

        _cache.Pass(seconds: 6);

        Assert.Equal(
            "www.example. 294 CNAME | cdn.example. 94 CNAME | host.example.net. 194 A",
            _cache.Walk("www.example.", RecordType.A));
    }

    [Fact]
    public void The_walk_stops_at_the_first_link_that_is_not_fresh()
    {
        _cache.Store(Alias("www.example.", 300, "cdn.example."));
        _cache.Store(Alias("cdn.example.", 5, "host.example.net."));
        _cache.Store(Address("host.example.net.", 300));

        _cache.Pass(seconds: 6);

        Assert.Equal("www.example. 294 CNAME | Open at cdn.example.", _cache.Walk("www.example.", RecordType.A));
    }

    [Fact]
    public void A_stale_walk_goes_on_through_links_that_have_run_out()
    {
        _cache.Store(Alias("www.example.", 300, "cdn.example."));
        _cache.Store(Alias("cdn.example.", 5, "host.example.net."));
        _cache.Store(Address("host.example.net.", 300));

        _cache.Pass(seconds: 6);

        Assert.Equal(
            "www.example. 294 CNAME | cdn.example. 30 CNAME | host.example.net. 294 A",
            _cache.Walk("www.example.", RecordType.A, Acceptance.Stale));
    }

    [Fact]
    public void A_dname_above_the_tail_is_followed()
    {
        _cache.Store(Alias("old.example.", 300, "new.example.", RecordType.Dname));
        _cache.Store(Address("www.new.example.", 60));

        Assert.Equal(
            "www.old.example. 300 DNAME | www.new.example. 60 A", _cache.Walk("www.old.example.", RecordType.A));
    }

    [Fact]
    public void Aliases_that_lead_back_are_a_loop()
    {
        _cache.Store(Alias("a.example.", 300, "b.example."));
        _cache.Store(Alias("b.example.", 300, "A.example."));

        Assert.Equal("a.example. 300 CNAME | Loop at b.example.", _cache.Walk("a.example.", RecordType.A));
    }
}
