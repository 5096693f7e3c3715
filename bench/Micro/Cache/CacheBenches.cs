using BenchmarkDotNet.Attributes;
using Dns;
using Dnssec;
using Resolver.Cache;

namespace Micro.Cache;

/// <summary>Look-ups, walks and stores in a cache of so many names, asked for at random.</summary>
[MemoryDiagnoser]
public class CacheBenches
{
    private readonly CacheArena _arena = new();
    private readonly AliasChain _chain = new();
    private readonly BenchEntropy _entropy = new();
    private readonly byte[] _wire = new byte[WireName.MaxLength];
    private readonly byte[] _question = DomainName.Parse("www.bench.example.").Wire.ToArray();
    private readonly ScrubbedRRset _one = NumberedSets.Address(0);
    private RRsetCache _cache = null!;

    [Params(1_000, 1_000_000)]
    public int Names { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        _cache = new(new CacheOptions { CapacityBytes = 512L << 20 }, _entropy);
        for (var i = 0; i < Names; i++)
            _cache.Store(NumberedSets.Address(i), NumberedSets.Now);
        Link("www.bench.example.", "cdn.bench.example.");
        Link("cdn.bench.example.", "edge.bench.example.");
        Link("edge.bench.example.", "h0.bench.example.");
    }

    [Benchmark]
    public bool FindRandom() => Find(NumberedSets.Name((long)(_entropy.Next() % (ulong)Names), _wire));

    [Benchmark]
    public bool FindOne() => Find(NumberedSets.Name(7, _wire));

    [Benchmark]
    public bool MissRandom() => Find(NumberedSets.Name((long)(_entropy.Next() % (ulong)Names), _wire, label: 'm'));

    [Benchmark]
    public WalkResult WalkThreeLinks()
    {
        _arena.Reset();
        _chain.Restart(_question);
        return _cache.Walk(_chain, RecordType.A, Acceptance.Fresh, NumberedSets.Now, _arena, out _);
    }

    [Benchmark]
    public StoreResult StoreInPlace() => _cache.Store(_one, NumberedSets.Now);

    private bool Find(ReadOnlySpan<byte> name)
    {
        _arena.Reset();
        return _cache.TryFind(name, RecordType.A, Acceptance.Fresh, NumberedSets.Now, _arena, out _);
    }

    private void Link(string owner, string target)
    {
        var set = new RRsetBuilder(DomainName.Parse(owner), RecordType.Cname)
            .Add(DomainName.Parse(target).Wire, new Ttl(3600)).Build();
        _cache.Store(_one with { Set = set, Security = SecurityStatus.Insecure }, NumberedSets.Now);
    }
}
