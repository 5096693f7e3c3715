using System.Buffers.Binary;
using Dns;
using Resolver.Cache;
using Xunit;

namespace Resolver.Tests.Cache;

public sealed class SoakTests
{
    private const int Names = 4000;
    private const int Threads = 4;
    private const int Rounds = 60_000;
    private const RecordType Opaque = (RecordType)65_280;

    /// <summary>
    /// Every set says in every octet what it is: owner, number of records and size all follow from one number, so
    /// that a set of two halves gives itself away.
    /// </summary>
    [Fact]
    public async Task What_threads_find_while_others_store_evict_and_flush_is_always_whole()
    {
        var fixture = new CacheFixture(new CacheOptions { CapacityBytes = 192 * 1024 });
        var tasks = Enumerable.Range(0, Threads)
            .Select(seed => Task.Factory.StartNew(
                () => Run(fixture, (uint)seed + 1), TestContext.Current.CancellationToken,
                TaskCreationOptions.LongRunning, TaskScheduler.Default));

        var saving = Task.Factory.StartNew(
            () => SaveAndFlush(fixture), TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning, TaskScheduler.Default);

        var results = await Task.WhenAll(tasks);

        Assert.Equal("", await saving);

        Assert.Equal("", string.Join("; ", results.Select(result => result.Damage).Where(damage => damage.Length > 0)));
        Assert.All(results, result => Assert.InRange(result.Hits, 1000, Rounds));
        Assert.InRange(fixture.Cache.Statistics.Evicted, 1000, Threads * Rounds);
    }

    /// <summary>Subtree flushes, sweeps and snapshots, each loaded again, while the others are at work.</summary>
    private static string SaveAndFlush(CacheFixture fixture)
    {
        for (var round = 0; round < 100; round++)
        {
            fixture.Cache.TryFlushSubtree(Name((uint)round).Wire);
            var snapshot = new MemoryStream();
            var written = fixture.Cache.WriteSnapshot(snapshot, fixture.Now, CancellationToken.None);
            var copy = new CacheFixture().Cache;
            var loaded = copy.LoadSnapshot(snapshot, fixture.Now, CancellationToken.None);
            if (loaded.Fault != SnapshotFault.None || loaded.Octets != written.Octets)
                return $"{loaded} of {written} in round {round}";
        }
        return "";
    }

    private static (string Damage, int Hits) Run(CacheFixture fixture, uint seed)
    {
        var arena = new CacheArena();
        var hits = 0;
        for (var round = 0; round < Rounds; round++)
        {
            seed ^= seed << 13;
            seed ^= seed >> 17;
            seed ^= seed << 5;
            var number = seed % Names * (seed >> 16 & 1) + seed % 100 * (~seed >> 16 & 1);
            var name = Name(number);
            arena.Reset();
            if (seed % 8 == 0)
                fixture.Cache.Store(Marked(name, number, seed), fixture.Now);
            else if (seed % 1009 == 0)
                fixture.Cache.Flush(name.Wire, Opaque);
            else if (fixture.Cache.TryFind(name.Wire, Opaque, fixture.Now, arena, out var hit) && ++hits > 0
                && !IsWhole(hit.Data.Set, name))
                return ($"{name} is damaged in round {round}", hits);
        }
        return ("", hits);
    }

    private static DomainName Name(uint number) => DomainName.Parse($"n{number}.soak.example.");

    private static ScrubbedRRset Marked(DomainName name, uint number, uint seed)
    {
        var size = 8 + (int)(seed >> 8 & 0x7F);
        var builder = new RRsetBuilder(name, Opaque);
        for (var record = 0; record <= seed % 3; record++)
        {
            var rdata = new byte[size];
            rdata.AsSpan().Fill((byte)(number ^ seed));
            BinaryPrimitives.WriteInt32LittleEndian(rdata, size + record);
            builder.Add(rdata, new Ttl(3600));
        }
        return CacheFixture.Scrubbed(builder.Build());
    }

    private static bool IsWhole(RRset set, DomainName name)
    {
        if (!WireName.Equals(set.Owner, name.Wire) || set.Count is 0 or > 3)
            return false;
        var mark = set.FirstRecord[^1];
        var record = 0;
        foreach (var rdata in set.Records)
        {
            if (BinaryPrimitives.ReadInt32LittleEndian(rdata) != rdata.Length + record++)
                return false;
            if (rdata[4..].IndexOfAnyExcept(mark) >= 0)
                return false;
        }
        return record == set.Count;
    }
}
