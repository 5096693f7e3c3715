using System.Diagnostics;
using System.Globalization;
using Dns;
using Resolver.Cache;

namespace Micro.Cache;

/// <summary>
/// What a cache of millions of entries costs: octets of memory for each, time to store and to find one, and the
/// pause of a forced full collection.
/// </summary>
public static class CacheFigures
{
    private const int LookUps = 5_000_000;
    private const int Batch = 100_000;

    /// <summary>Measures so many sets, signed or not.</summary>
    public static void Write(int count, string kind)
    {
        Func<long, ScrubbedRRset> make = kind == "signed" ? NumberedSets.SignedAddress : NumberedSets.Address;
        var before = Resident();
        var entropy = new BenchEntropy();
        var cache = new RRsetCache(new CacheOptions { CapacityBytes = 300L * count }, entropy);
        var store = TimeSpan.Zero;
        for (var batch = 0; batch < count; batch += Batch)
        {
            var sets = Enumerable.Range(batch, Batch).Select(i => make(i)).ToArray();
            var start = Cpu();
            foreach (var set in sets)
                cache.Store(set, NumberedSets.Now);
            store += Cpu() - start;
        }
        var find = Find(cache, count, entropy);
        var collect = Stopwatch.GetTimestamp();
        GC.Collect(2, GCCollectionMode.Forced, blocking: true);
        var pause = Stopwatch.GetElapsedTime(collect);
        var figures = cache.Statistics;
        Console.WriteLine("| entries | kind | in rings | with index | resident | store, ns | find, ns | full GC, ms |");
        Console.WriteLine("|--:|---|--:|--:|--:|--:|--:|--:|");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {figures.Entries:N0} | {kind} | {figures.UsedBytes / figures.Entries} | "
            + $"{figures.CommittedBytes / figures.Entries} | {(Resident() - before) / figures.Entries} | "
            + $"{store.TotalNanoseconds / count:F0} | {find.TotalNanoseconds / LookUps:F0} | "
            + $"{pause.TotalMilliseconds:F1} |"));
        GC.KeepAlive(cache);
    }

    private static TimeSpan Find(RRsetCache cache, int count, BenchEntropy entropy)
    {
        var arena = new CacheArena();
        Span<byte> wire = stackalloc byte[WireName.MaxLength];
        var start = Cpu();
        for (var i = 0; i < LookUps; i++)
        {
            arena.Reset();
            var name = NumberedSets.Name((long)(entropy.Next() % (ulong)count), wire);
            cache.TryFind(name, RecordType.A, Acceptance.Fresh, NumberedSets.Now, arena, out _);
        }
        return Cpu() - start;
    }

    // Processor time: others may run on the machine.
    private static TimeSpan Cpu()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }

    private static long Resident()
    {
        GC.Collect(2, GCCollectionMode.Forced, blocking: true);
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
