using System.Globalization;
using Dns;
using Resolver.Cache;

namespace Micro.Cache;

/// <summary>
/// Hit rates of the cache beside LRU and SIEVE of as many entries: names asked for by Zipf's law, alone and in a
/// flood of names that nobody asks for twice.
/// </summary>
public static class EvictionFigures
{
    private const long CapacityBytes = 8L << 20;
    private const int Names = 1_000_000;
    private const int WarmUp = 500_000;
    private const int Measured = 1_000_000;

    /// <summary>Writes the table.</summary>
    public static void Write()
    {
        var capacity = CountFitting();
        Console.WriteLine($"{capacity:N0} of {Names:N0} names fit.");
        Console.WriteLine("| Zipf s | flood, names for each query | cache | LRU | SIEVE |");
        Console.WriteLine("|--:|--:|--:|--:|--:|");
        foreach (var exponent in (double[])[0.8, 0.9, 1.0])
        {
            foreach (var flood in (int[])[0, 1, 10])
                WriteLine(exponent, flood, capacity);
        }
    }

    private static void WriteLine(double exponent, int flood, int capacity)
    {
        var cache = NewCache();
        var arena = new CacheArena();
        var rates = new[]
        {
            Run(exponent, flood, (number, label) => Ask(cache, arena, number, label)),
            Run(exponent, flood, new LruModel(capacity).Ask),
            Run(exponent, flood, new SieveModel(capacity).Ask),
        };
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {exponent:F1} | {flood} | {rates[0]:P1} | {rates[1]:P1} | {rates[2]:P1} |"));
    }

    private static RRsetCache NewCache() =>
        new(new CacheOptions { CapacityBytes = CapacityBytes }, new BenchEntropy());

    private static int CountFitting()
    {
        var cache = NewCache();
        for (var i = 0; i < Names; i++)
            Ask(cache, new CacheArena(), i, 'h');
        return (int)cache.Statistics.Entries;
    }

    private static double Run(double exponent, int flood, Func<long, char, bool> ask)
    {
        var trace = new ZipfTrace(Names, exponent);
        var hits = 0;
        for (var i = 0; i < WarmUp + Measured; i++)
        {
            var isHit = ask(trace.Next(), 'h');
            if (isHit && i >= WarmUp)
                hits++;
            for (var j = 0; j < flood; j++)
                ask((long)i * flood + j, 'f');
        }
        return hits / (double)Measured;
    }

    private static bool Ask(RRsetCache cache, CacheArena arena, long number, char label)
    {
        Span<byte> wire = stackalloc byte[WireName.MaxLength];
        var name = NumberedSets.Name(number, wire, label);
        arena.Reset();
        if (cache.TryFind(name, RecordType.A, Acceptance.Fresh, NumberedSets.Now, arena, out _))
            return true;
        var denial = label == 'f' ? NumberedSets.NxDomain : NumberedSets.NoData;
        cache.StoreDenial(name, RecordType.A, denial, NumberedSets.Now);
        return false;
    }
}
