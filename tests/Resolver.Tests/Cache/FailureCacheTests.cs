using Dns;
using Dns.Edns;
using Resolver.Cache;
using Resolver.Ports;
using Xunit;
using static Resolver.Tests.Cache.CacheFixture;

namespace Resolver.Tests.Cache;

public sealed class FailureCacheTests
{
    private static readonly byte[] Dead = Name("dead.example.");

    private readonly FailureCache _failures = new(new TestEntropy(1));

    [Theory, Rfc(9520, "3.2")]
    [InlineData(999, true)]
    [InlineData(1000, false)]
    public void A_failure_rests_for_a_second_at_first(long milliseconds, bool rests)
    {
        Fail(at: 0);

        Assert.Equal(rests, Rests(at: milliseconds));
    }

    [Fact, Rfc(9520, "3.2")]
    public void The_rest_doubles_with_each_failure_up_to_a_minute()
    {
        var at = 0L;
        var rests = new List<uint>();
        for (var i = 0; i < 9; i++)
        {
            rests.Add(Fail(at).Seconds);
            at += rests[^1] * 1000;
        }

        Assert.Equal([1u, 2, 4, 8, 16, 32, 60, 60, 60], rests);
    }

    [Fact]
    public void The_rest_of_a_bogus_answer_begins_at_five_seconds()
    {
        var at = 0L;
        var rests = new List<uint>();
        for (var i = 0; i < 6; i++)
        {
            rests.Add(Fail(at, FailureKind.Validation).Seconds);
            at += rests[^1] * 1000;
        }

        Assert.Equal([5u, 10, 20, 40, 60, 60], rests);
    }

    [Fact]
    public void Failures_within_the_rest_do_not_prolong_it()
    {
        Fail(at: 0);
        Fail(at: 10);

        Assert.Equal(new Ttl(1), Fail(at: 990));
        Assert.False(Rests(at: 1000));
    }

    [Theory]
    [InlineData(60_999, 2)]
    [InlineData(61_000, 1)]
    public void A_failure_long_after_the_last_begins_anew(long milliseconds, uint rest)
    {
        Fail(at: 0);

        Assert.Equal(new Ttl(rest), Fail(milliseconds));
    }

    [Fact]
    public void What_failed_and_how_often_is_told()
    {
        Fail(at: 0, FailureKind.Validation);
        Fail(at: 5000, FailureKind.Validation);

        Assert.True(_failures.TryFind(Key(), At(6000), out var failure));
        Assert.Equal(
            new CachedFailure(FailureKind.Validation, ExtendedErrorCode.NoReachableAuthority, new(9), 2), failure);
    }

    [Fact, Rfc(9520, "3.2")]
    public void Other_types_names_and_servers_do_not_rest()
    {
        var servers = ServerSet.Of([new(HostAddress.Parse("192.0.2.1"), 53)]);
        _failures.Add(new(Dead, RecordType.A, servers), FailureKind.Resolution, ExtendedErrorCode.Other, At(0));

        Assert.True(_failures.TryFind(new(Name("DEAD.example."), RecordType.A, servers), At(1), out _));
        Assert.False(_failures.TryFind(new(Dead, RecordType.Aaaa, servers), At(1), out _));
        Assert.False(_failures.TryFind(new(Dead, RecordType.A), At(1), out _));
        Assert.False(_failures.TryFind(new(Name("a.example."), RecordType.A, servers), At(1), out _));
    }

    [Fact]
    public void A_set_of_servers_has_no_order()
    {
        ServerAddress[] servers = [new(HostAddress.Parse("192.0.2.1"), 53), new(HostAddress.Parse("2001:db8::1"), 53)];

        Assert.Equal(ServerSet.Of(servers), ServerSet.Of(servers.Reverse()));
        Assert.NotEqual(ServerSet.Of(servers), ServerSet.Of(servers[..1]));
        Assert.NotEqual(ServerSet.All, ServerSet.Of([]));
    }

    [Fact]
    public void An_answer_ends_the_row_of_failures()
    {
        Fail(at: 0);
        Fail(at: 1000);

        _failures.Remove(Key());

        Assert.False(Rests(at: 1001));
        Assert.Equal(new Ttl(1), Fail(at: 1002));
    }

    [Fact]
    public void Failures_are_flushed_by_name_or_all()
    {
        Fail(at: 0);
        _failures.Add(new(Dead, RecordType.Aaaa), FailureKind.Resolution, ExtendedErrorCode.Other, At(0));
        _failures.Add(new(Name("b."), RecordType.A), FailureKind.Resolution, ExtendedErrorCode.Other, At(0));

        Assert.Equal(2, _failures.Flush(Dead));
        Assert.False(Rests(at: 1));
        Assert.True(_failures.TryFind(new(Name("b."), RecordType.A), At(1), out _));

        _failures.FlushFailures();
        Assert.False(_failures.TryFind(new(Name("b."), RecordType.A), At(1), out _));
    }

    [Fact]
    public void A_flood_of_failures_forgets_the_oldest_and_keeps_the_latest()
    {
        for (var i = 0; i < 4 * FailureCache.Capacity; i++)
        {
            var key = new FailureKey(Name($"f{i}."), RecordType.A);
            _failures.Add(key, FailureKind.Resolution, ExtendedErrorCode.Other, At(i / 100));
        }

        var now = At(4 * FailureCache.Capacity / 100);
        var remembered = Enumerable.Range(0, 4 * FailureCache.Capacity)
            .Count(i => _failures.TryFind(new(Name($"f{i}."), RecordType.A), now, out _));
        Assert.InRange(remembered, FailureCache.Capacity / 2, FailureCache.Capacity);
        Assert.True(_failures.TryFind(new(Name($"f{4 * FailureCache.Capacity - 1}."), RecordType.A), now, out _));
    }

    private static FailureKey Key() => new(Dead, RecordType.A);

    private Ttl Fail(long at, FailureKind kind = FailureKind.Resolution) =>
        _failures.Add(Key(), kind, ExtendedErrorCode.NoReachableAuthority, At(at));

    private bool Rests(long at) => _failures.TryFind(Key(), At(at), out _);

    private static Moment At(long milliseconds) => new(new Instant(milliseconds), default);
}
