using Dns;
using Resolver.Cache;
using Resolver.Ports;
using Xunit;
using static Resolver.Tests.Cache.CacheFixture;

namespace Resolver.Tests.Cache;

public sealed class RefreshThrottleTests
{
    private static readonly byte[] A = Name("a.example.");

    private readonly RefreshThrottle _throttle = new(new TestEntropy(1));

    [Theory, Rfc(8767, "5")]
    [InlineData(29_999, false)]
    [InlineData(30_000, true)]
    public void A_question_whose_refresh_failed_rests_for_thirty_seconds(long milliseconds, bool mayRefresh)
    {
        _throttle.Fail(A, RecordType.A, At(0));

        Assert.Equal(mayRefresh, _throttle.MayRefresh(Name("A.EXAMPLE."), RecordType.A, At(milliseconds)));
    }

    [Fact]
    public void Other_questions_do_not_rest()
    {
        _throttle.Fail(A, RecordType.A, At(0));

        Assert.True(_throttle.MayRefresh(A, RecordType.Aaaa, At(1)));
        Assert.True(_throttle.MayRefresh(Name("b.example."), RecordType.A, At(1)));
    }

    [Fact]
    public void Each_failure_begins_a_new_rest()
    {
        _throttle.Fail(A, RecordType.A, At(0));
        _throttle.Fail(A, RecordType.A, At(20_000));

        Assert.False(_throttle.MayRefresh(A, RecordType.A, At(49_000)));
        Assert.True(_throttle.MayRefresh(A, RecordType.A, At(50_000)));
    }

    [Fact]
    public void Success_ends_the_rest()
    {
        _throttle.Fail(A, RecordType.A, At(0));

        _throttle.Succeed(A, RecordType.A);

        Assert.True(_throttle.MayRefresh(A, RecordType.A, At(1)));
    }

    [Fact]
    public void With_too_many_questions_the_latest_rest()
    {
        for (var i = 0; i < 4 * RefreshThrottle.Capacity; i++)
            _throttle.Fail(Name($"a{i}."), RecordType.A, At(i / 8 * 10));

        var end = 4 * RefreshThrottle.Capacity / 8 * 10;
        Assert.False(_throttle.MayRefresh(Name($"a{4 * RefreshThrottle.Capacity - 1}."), RecordType.A, At(end)));
        Assert.True(_throttle.MayRefresh(Name("a0."), RecordType.A, At(0)));
    }

    [Fact]
    public void A_clock_that_begins_below_zero_is_as_good()
    {
        _throttle.Fail(A, RecordType.A, At(-1000));

        Assert.False(_throttle.MayRefresh(A, RecordType.A, At(500)));
    }

    private static Moment At(long milliseconds) => new(new Instant(milliseconds), default);
}
