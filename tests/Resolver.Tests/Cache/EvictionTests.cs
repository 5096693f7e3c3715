using Dns;
using Resolver.Cache;
using Xunit;
using static Resolver.Tests.Cache.CacheFixture;

namespace Resolver.Tests.Cache;

public sealed class EvictionTests
{
    private const long Capacity = 1 << 20;
    private const int Flood = 200_000;
    private const int Hot = 1500;

    private readonly CacheFixture _cache = new(new CacheOptions { CapacityBytes = Capacity });

    [Fact]
    public void A_flood_of_names_keeps_to_the_capacity()
    {
        for (var i = 0; i < Flood; i++)
            _cache.Deny(Numbered("flood", i), RecordType.A, Denial(DenialKind.NxDomain));

        var figures = _cache.Cache.Statistics;
        Assert.InRange(figures.CommittedBytes, Capacity / 2, Capacity);
        Assert.InRange(figures.UsedBytes, Capacity / 2, Capacity);
        Assert.Equal(Flood, figures.Entries + figures.Evicted);
    }

    [Fact]
    public void Small_entries_keep_to_the_capacity_too()
    {
        for (var i = 0; i < Flood; i++)
            _cache.Store(Address(i.ToString() + ".", 60));

        var figures = _cache.Cache.Statistics;
        Assert.InRange(figures.CommittedBytes, Capacity / 2, Capacity);
        Assert.True(figures.UsedBytes / figures.Entries < 104);
    }

    [Fact]
    public void Until_the_cache_is_full_nothing_goes()
    {
        const int Fitting = 4000;
        for (var i = 0; i < Fitting; i++)
            _cache.Store(Address(Numbered("name", i), 60));

        Assert.Equal(0, _cache.Cache.Statistics.Evicted);
        Assert.Equal(Fitting, Enumerable.Range(0, Fitting).Count(i => IsCached("name", i)));
    }

    [Fact]
    public void What_is_asked_for_survives_a_flood_of_names_asked_for_once()
    {
        for (var i = 0; i < Hot; i++)
            _cache.Store(Address(Numbered("hot", i), 3600));
        var hits = 0;
        var asked = 0;
        for (var i = 0; i < Flood; i++)
        {
            _cache.Deny(Numbered("flood", i), RecordType.A, Denial(DenialKind.NxDomain));
            if (i % 10 != 0)
                continue;
            asked++;
            if (IsCached("hot", i / 10 % Hot))
                hits++;
            else
                _cache.Store(Address(Numbered("hot", i / 10 % Hot), 3600));
        }

        Assert.InRange((double)hits / asked, 0.95, 1);
    }

    [Fact]
    public void An_entry_that_comes_back_soon_after_it_went_is_kept()
    {
        FloodWith("first", 20_000);
        _cache.Store(Address("a.example.", 3600));
        FloodWith("second", 700);
        Assert.Null(_cache.Find("a.example.", RecordType.A));

        _cache.Store(Address("a.example.", 3600));
        FloodWith("third", 700);

        Assert.NotNull(_cache.Find("a.example.", RecordType.A));
    }

    [Fact]
    public void Storing_the_same_names_again_and_again_evicts_nothing()
    {
        for (var i = 0; i < Flood; i++)
            _cache.Store(Address(Numbered("name", i % 1000), 60, (byte)i));

        Assert.Equal(1000, _cache.Cache.Statistics.Entries);
        Assert.Equal(0, _cache.Cache.Statistics.Evicted);
    }

    [Fact]
    public void Entries_that_change_their_size_are_found_whole()
    {
        for (var i = 0; i < 50_000; i++)
        {
            var text = new byte[i * 7919 % 255];
            text.AsSpan().Fill((byte)i);
            _cache.Store(Set(Numbered("name", i % 500), 60, RecordType.Txt, text));
            var found = _cache.Find(Numbered("name", i % 500), RecordType.Txt);
            Assert.Equal(text, found!.Value.Data.Set.FirstRecord);
        }
    }

    [Theory]
    [InlineData(0, StoreResult.Stored)]
    [InlineData(8, StoreResult.TooLarge)]
    public void An_entry_has_a_greatest_size(int surplus, StoreResult result)
    {
        var cache = new CacheFixture(new CacheOptions { MaxEntryBytes = 4096 });
        // Header 28, origin 6, block head 17, owner 3, RDLENGTH 2.
        var text = new byte[4096 - 56 + surplus];

        Assert.Equal(result, cache.Store(Set("a.", 60, RecordType.Txt, text)));
        Assert.Equal(result == StoreResult.Stored, cache.Find("a.", RecordType.Txt) is not null);
    }

    [Fact]
    public void What_expired_is_not_kept_for_its_past_use()
    {
        for (var i = 0; i < Hot; i++)
        {
            _cache.Store(Address(Numbered("old", i), 60));
            IsCached("old", i);
        }
        _cache.Pass(seconds: 60 + 86_400);
        for (var i = 0; i < 6000; i++)
        {
            _cache.Store(Address(Numbered("new", i), 60));
            IsCached("new", i);
        }

        Assert.InRange(Enumerable.Range(0, 6000).Count(i => IsCached("new", i)), 5500, 6000);
    }

    private void FloodWith(string label, int count)
    {
        for (var i = 0; i < count; i++)
            _cache.Deny(Numbered(label, i), RecordType.A, Denial(DenialKind.NxDomain));
    }

    private bool IsCached(string label, int number) =>
        _cache.Find(Numbered(label, number), RecordType.A, Acceptance.Fresh) is not null;

    private static string Numbered(string label, int number) => $"{label}{number}.example.";
}
