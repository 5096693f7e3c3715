using Dns;
using Dns.Edns;
using Resolver.Cache;
using Xunit;
using static Resolver.Tests.Cache.CacheFixture;

namespace Resolver.Tests.Cache;

public sealed class StalePolicyTests
{
    private readonly CacheFixture _cache = new();
    private readonly StalePolicy _policy = new(new CacheOptions { RevalidateWindow = new(3) });
    private readonly AliasChain _chain = new();

    public StalePolicyTests()
    {
        _cache.Store(Alias("www.example.", 10, "host.example."));
        _cache.Store(Address("host.example.", 20));
        _cache.Deny("gone.example.", RecordType.A, Denial(DenialKind.NxDomain, ttl: 10));
        _cache.Deny("empty.example.", RecordType.A, Denial(DenialKind.NoData, ttl: 10));
    }

    [Theory, Rfc(8914, "4.4")]
    [InlineData("www.example.", 9, null)]
    [InlineData("www.example.", 11, ExtendedErrorCode.StaleAnswer)]
    [InlineData("www.example.", 21, ExtendedErrorCode.StaleAnswer)]
    [InlineData("host.example.", 11, null)]
    [InlineData("host.example.", 21, ExtendedErrorCode.StaleAnswer)]
    [InlineData("gone.example.", 9, null)]
    [InlineData("gone.example.", 11, ExtendedErrorCode.StaleNxDomainAnswer)]
    [InlineData("empty.example.", 11, ExtendedErrorCode.StaleAnswer)]
    public void A_stale_answer_says_so(string question, double seconds, ExtendedErrorCode? code)
    {
        _cache.Pass(seconds);

        Assert.Equal(code, StalePolicy.ErrorOf(_chain, Walk(question)));
    }

    [Theory]
    [InlineData(12.9, true)]
    [InlineData(13, true)]
    [InlineData(13.1, false)]
    public void A_popular_name_that_has_just_run_out_is_answered_at_once(double seconds, bool isAnswered)
    {
        Walk("www.example.");
        _cache.Pass(seconds);

        Assert.Equal(isAnswered, _policy.MayRevalidateBehind(_chain, Walk("www.example.")));
    }

    [Fact]
    public void A_name_asked_for_once_is_not()
    {
        _cache.Pass(seconds: 11);

        Assert.False(_policy.MayRevalidateBehind(_chain, Walk("www.example.")));
    }

    [Fact]
    public void Nothing_is_answered_behind_when_the_window_is_closed()
    {
        var closed = new StalePolicy(new CacheOptions { RevalidateWindow = Ttl.Zero });
        Walk("host.example.");
        _cache.Pass(seconds: 20);

        Assert.False(closed.MayRevalidateBehind(_chain, Walk("host.example.")));
    }

    private CacheHit Walk(string question)
    {
        _cache.Arena.Reset();
        _chain.Restart(Name(question));
        Assert.Equal(
            WalkResult.Answered,
            _cache.Cache.Walk(_chain, RecordType.A, Acceptance.Stale, _cache.Now, _cache.Arena, out var hit));
        return hit;
    }
}
