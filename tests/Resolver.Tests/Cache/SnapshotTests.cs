using System.Security.Cryptography;
using Dns;
using Dnssec;
using FsCheck;
using FsCheck.Fluent;
using Resolver.Cache;
using Resolver.Ports;
using Xunit;
using static Resolver.Tests.Cache.CacheFixture;

namespace Resolver.Tests.Cache;

public sealed class SnapshotTests
{
    private readonly CacheFixture _old = new();

    public SnapshotTests()
    {
        var proof = Set("b.example.", 60, RecordType.Nsec, [.. Name("c.example."), 0, 1, 0x40]);
        _old.Store(Alias("www.example.", 300, "host.example."));
        _old.Store(Scrubbed(Address("host.example.", 100), security: SecurityStatus.Secure) with
        {
            SignaturesEnd = _old.Now.Wall.PlusSeconds(1000),
            Proofs = RRsetSequence.Of([proof]),
        });
        _old.Store(Scrubbed(Address("ns.example.", 600), Credibility.Additional));
        _old.Deny("gone.example.", RecordType.A, Denial(DenialKind.NxDomain, ttl: 50, security: SecurityStatus.Secure));
        _old.Deny("none.example.", RecordType.A, Denial(DenialKind.NoData, ttl: 5) with { Soa = default });
    }

    [Fact]
    public void What_was_written_is_there_again_with_the_time_that_is_left_by_the_wall_clock()
    {
        _old.Pass(seconds: 10);
        var snapshot = Write(_old);

        var cache = After(seconds: 20);
        var summary = Load(cache, snapshot);

        Assert.Equal(new SnapshotSummary(SnapshotFault.None, 5, 0, snapshot.Length), summary);
        Assert.Equal("www.example. 270 CNAME | host.example. 70 A", cache.Walk("www.example.", RecordType.A));
        Assert.Equal("NxDomain 20", cache.Walk("a.gone.example.", RecordType.A));
        Assert.Equal("NoData 30", cache.Walk("none.example.", RecordType.A, Acceptance.Stale));
        Assert.Null(cache.Find("ns.example.", RecordType.A));
        Assert.NotNull(cache.Find("ns.example.", RecordType.A, Acceptance.Glue));
    }

    [Fact]
    public void Everything_known_about_an_entry_comes_back()
    {
        var before = Explained(_old, "host.example.");
        var cache = After(seconds: 0);
        Load(cache, Write(_old));

        var after = Explained(cache, "host.example.");

        Assert.Equal(before.Set.Block, after.Set.Block);
        Assert.Equal(before.Proofs.Blocks, after.Proofs.Blocks);
        Assert.Equal(before with { Set = default, Proofs = default }, after with { Set = default, Proofs = default });
    }

    [Fact]
    public void What_is_past_any_use_is_left_out()
    {
        _old.Pass(seconds: 86_400 + 200);

        var summary = _old.Cache.WriteSnapshot(new MemoryStream(), _old.Now, CancellationToken.None);

        Assert.Equal((2, 3), (summary.Entries, summary.Skipped));
    }

    [Fact]
    public void What_is_past_any_use_by_now_is_not_loaded()
    {
        var snapshot = Write(_old);

        var summary = Load(After(seconds: 86_400 + 200), snapshot);

        Assert.Equal((2, 3), (summary.Entries, summary.Skipped));
    }

    [Fact]
    public void What_would_not_be_taken_back_is_left_out()
    {
        _old.Store(Set("a.example.", 60, RecordType.A, [1, 2, 3]));

        var cache = After(seconds: 0);
        var summary = Load(cache, Write(_old));

        Assert.Equal((SnapshotFault.None, 5), (summary.Fault, summary.Entries));
    }

    [Fact]
    public void What_was_flushed_does_not_come_back()
    {
        _old.Cache.TryFlushSubtree(Name("example."));

        var cache = After(seconds: 0);
        Load(cache, Write(_old));

        Assert.Equal(0, cache.Cache.Statistics.Entries);
    }

    [Fact]
    public void A_wall_clock_set_back_makes_nothing_live_longer()
    {
        var snapshot = Write(_old);

        var cache = After(seconds: -86_400);
        Load(cache, snapshot);

        Assert.Equal("www.example. 300 CNAME | host.example. 100 A", cache.Walk("www.example.", RecordType.A));
    }

    [Fact]
    public void What_is_in_the_cache_by_now_stays()
    {
        var snapshot = Write(_old);
        var cache = After(seconds: 10);
        cache.Store(Address("www.example.", 30));
        cache.Deny("host.example.", RecordType.Aaaa, Denial(DenialKind.NxDomain, ttl: 40));
        cache.Store(Address("gone.example.", 20));

        Load(cache, snapshot);

        Assert.Equal("www.example. 30 A", cache.Walk("www.example.", RecordType.A));
        Assert.Equal("NxDomain 40", cache.Walk("host.example.", RecordType.Mx));
        Assert.Equal("gone.example. 20 A", cache.Walk("gone.example.", RecordType.A));
    }

    [Fact]
    public void A_file_of_another_kind_or_version_is_refused()
    {
        var snapshot = Write(_old);
        var otherVersion = snapshot.ToArray();
        otherVersion[9]++;

        Assert.Equal(SnapshotFault.Foreign, Refused([]));
        Assert.Equal(SnapshotFault.Foreign, Refused("something else entirely"u8.ToArray()));
        Assert.Equal(SnapshotFault.OtherVersion, Refused(otherVersion));
    }

    [Fact]
    public void A_torn_file_is_refused_wherever_it_is_torn()
    {
        var snapshot = Write(_old);

        for (var length = 18; length < snapshot.Length; length += 7)
            Assert.Equal(SnapshotFault.Torn, Refused(snapshot[..length]));
        Assert.Equal(SnapshotFault.Torn, Refused([.. snapshot, 0]));
    }

    [Fact]
    public void A_file_with_any_octet_changed_is_refused()
    {
        var snapshot = Write(_old);

        for (var at = 0; at < snapshot.Length; at++)
        {
            var changed = snapshot.ToArray();
            changed[at] ^= 1;
            Assert.NotEqual(SnapshotFault.None, Refused(changed));
        }
    }

    [Fact]
    public void A_file_that_is_signed_but_holds_what_no_cache_can_hold_is_refused_or_harmless() =>
        Prop.ForAll(ArbMap.Default.ArbFor<uint>(), ArbMap.Default.ArbFor<byte>(), (where, octet) =>
        {
            var forged = Write(_old);
            // The payload of the first chunk: behind the head and the chunk's own, before the digests at the end.
            var length = forged.Length - 18 - 8 - 32 - 8 - 32;
            forged[26 + where * 7919 % (uint)length] = octet;
            Sign(forged, length);
            var cache = After(seconds: 0);

            var summary = Load(cache, forged);

            if (summary.Fault != SnapshotFault.None)
                return summary.Fault == SnapshotFault.Malformed && cache.Cache.Statistics.Entries == 0;
            foreach (var name in (string[])["www.example.", "host.example.", "gone.example.", "none.example."])
                cache.Walk(name, RecordType.A, Acceptance.Stale);
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void A_file_much_larger_than_the_cache_is_refused()
    {
        var small = new CacheFixture(new CacheOptions { CapacityBytes = CacheOptions.MinCapacityBytes });

        Assert.Equal(SnapshotFault.TooLarge, Load(small, new byte[2 * CacheOptions.MinCapacityBytes + 1]).Fault);
        Assert.Equal(SnapshotFault.Foreign, Load(small, new byte[2 * CacheOptions.MinCapacityBytes]).Fault);
    }

    [Fact]
    public void Who_has_no_more_time_gets_no_snapshot()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        var written = _old.Cache.WriteSnapshot(new MemoryStream(), _old.Now, source.Token);
        var loaded = _old.Cache.LoadSnapshot(new MemoryStream(Write(_old)), _old.Now, source.Token);

        Assert.Equal(SnapshotFault.Cancelled, written.Fault);
        Assert.Equal(SnapshotFault.Cancelled, loaded.Fault);
    }

    [Fact]
    public void Many_entries_make_many_chunks_and_all_come_back()
    {
        for (var i = 0; i < 20_000; i++)
            _old.Store(Address($"name{i}.example.", 3600));

        var cache = After(seconds: 60);
        var summary = Load(cache, Write(_old));

        Assert.Equal((20_005, 0), (summary.Entries, summary.Skipped));
        Assert.All(
            Enumerable.Range(0, 20_000),
            i => Assert.Equal(new Ttl(3540), cache.Find($"name{i}.example.", RecordType.A)!.Value.Remaining));
    }

    private SnapshotFault Refused(byte[] snapshot)
    {
        var cache = After(seconds: 0);
        var summary = Load(cache, snapshot);
        Assert.Equal(0, cache.Cache.Statistics.Entries);
        return summary.Fault;
    }

    private static ExplainedEntry Explained(CacheFixture cache, string name) =>
        Assert.Single(cache.Cache.Explain(DomainName.Parse(name), cache.Now));

    private static byte[] Write(CacheFixture cache)
    {
        var stream = new MemoryStream();
        cache.Cache.WriteSnapshot(stream, cache.Now, CancellationToken.None);
        return stream.ToArray();
    }

    private static SnapshotSummary Load(CacheFixture cache, byte[] snapshot) =>
        cache.Cache.LoadSnapshot(new MemoryStream(snapshot), cache.Now, CancellationToken.None);

    /// <summary>A cache of a new process, so many seconds later; its monotonic clock begins elsewhere.</summary>
    private CacheFixture After(double seconds)
    {
        var cache = new CacheFixture(seed: 2) { Now = new(new Instant(77), _old.Now.Wall) };
        cache.Pass(seconds);
        return cache;
    }

    /// <summary>Puts the digests of a snapshot of one chunk right, as somebody who can write the file could.</summary>
    private static void Sign(byte[] snapshot, int length)
    {
        var digest = SHA256.HashData(snapshot.AsSpan(0, 18));
        digest = SHA256.HashData([.. digest, .. snapshot.AsSpan(18, 8 + length)]);
        digest.CopyTo(snapshot, 26 + length);
        digest = SHA256.HashData([.. digest, .. snapshot.AsSpan(26 + length + 32, 8)]);
        digest.CopyTo(snapshot, snapshot.Length - 32);
    }
}
