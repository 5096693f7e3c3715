using Dns;
using Resolver.Cache;
using Xunit;
using static Resolver.Tests.Cache.CacheFixture;

namespace Resolver.Tests.Cache;

public sealed class HotPathTests
{
    private readonly CacheFixture _cache = new();
    private readonly AliasChain _chain = new();
    private readonly byte[] _question = Name("www.example.");

    public HotPathTests()
    {
        _cache.Store(Alias("www.example.", 300, "cdn.example."));
        _cache.Store(Alias("cdn.example.", 5, "host.example.net."));
        _cache.Store(Address("host.example.net.", 300));
        _cache.Deny("gone.example.", RecordType.A, Denial(DenialKind.NxDomain));
    }

    [Theory]
    [InlineData("www.example.", WalkResult.Answered)]
    [InlineData("gone.example.", WalkResult.Answered)]
    [InlineData("a.b.c.unknown.example.", WalkResult.Open)]
    public void A_walk_allocates_nothing(string question, WalkResult expected)
    {
        var name = Name(question);
        var result = WalkResult.Open;

        var octets = HotPath.AllocatedBy(() => result = Walk(name, Acceptance.Fresh));

        Assert.Equal(0, octets);
        Assert.Equal(expected, result);
    }

    [Fact]
    public void A_stale_walk_allocates_nothing()
    {
        _cache.Pass(seconds: 6);
        var result = WalkResult.Open;

        var octets = HotPath.AllocatedBy(() => result = Walk(_question, Acceptance.Stale));

        Assert.Equal(0, octets);
        Assert.Equal(WalkResult.Answered, result);
    }

    [Fact]
    public void Storing_in_place_allocates_nothing()
    {
        var set = Scrubbed(Address("host.example.net.", 300));

        Assert.Equal(0, HotPath.AllocatedBy(() => _cache.Store(set)));
    }

    private WalkResult Walk(byte[] question, Acceptance acceptance)
    {
        _cache.Arena.Reset();
        _chain.Restart(question);
        return _cache.Cache.Walk(_chain, RecordType.A, acceptance, _cache.Now, _cache.Arena, out _);
    }
}
