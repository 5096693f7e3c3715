using Dns;
using Dnssec;
using Resolver.Cache;
using Xunit;
using static Resolver.Tests.Cache.CacheFixture;

namespace Resolver.Tests.Cache;

public sealed class FlushTests
{
    private readonly CacheFixture _cache = new();

    public FlushTests()
    {
        _cache.Store(Address("a.example.", 60));
        _cache.Store(Set("a.example.", 60, RecordType.Txt, [1, 65]));
        _cache.Store(Scrubbed(Address("a.example.", 60), Credibility.Additional));
        _cache.Store(Address("b.a.example.", 60));
        _cache.Store(Address("ba.example.", 60));
        _cache.Deny("c.example.", RecordType.A, Denial(DenialKind.NxDomain));
        _cache.Deny("d.example.", RecordType.A, Denial(DenialKind.NoData));
    }

    [Fact]
    public void Flushing_a_type_takes_that_type_of_that_name()
    {
        Assert.Equal(2, _cache.Cache.Flush(Name("A.example."), RecordType.A));

        Assert.Equal("txt b ba c d", Held());
        Assert.Null(_cache.Find("a.example.", RecordType.A, Acceptance.Glue));
    }

    [Fact]
    public void Flushing_a_name_takes_all_types_of_that_name()
    {
        Assert.Equal(3, _cache.Cache.Flush(Name("a.example.")));
        Assert.Equal(0, _cache.Cache.Flush(Name("unknown.example.")));

        Assert.Equal("b ba c d", Held());
    }

    [Fact]
    public void Flushing_a_subtree_takes_the_name_and_all_below_it()
    {
        Assert.True(_cache.Cache.TryFlushSubtree(Name("A.example.")));

        Assert.Equal("ba c d", Held());
    }

    [Fact]
    public void What_is_stored_after_a_subtree_was_flushed_is_found()
    {
        _cache.Cache.TryFlushSubtree(Name("example."));
        Assert.Equal("", Held());

        _cache.Store(Address("a.example.", 60));

        Assert.Equal("a", Held());
    }

    [Fact]
    public void What_was_flushed_does_not_keep_less_credible_data_out()
    {
        _cache.Cache.TryFlushSubtree(Name("example."));

        Assert.Equal(StoreResult.Stored, _cache.Store(Scrubbed(Address("a.example.", 60), Credibility.Answer)));
    }

    [Fact]
    public void The_root_is_no_subtree_to_be_flushed()
    {
        Assert.False(_cache.Cache.TryFlushSubtree(Name(".")));

        Assert.Equal("a txt b ba c d", Held());
    }

    [Fact]
    public void Flushing_denials_takes_both_kinds_and_no_data()
    {
        _cache.Cache.FlushDenials();

        Assert.Equal("a txt b ba", Held());
    }

    [Theory]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(100)]
    public void However_many_subtrees_were_flushed_the_first_stays_flushed_and_the_rest_stays_there(int count)
    {
        _cache.Cache.TryFlushSubtree(Name("a.example."));
        for (var i = 1; i < count; i++)
            _cache.Cache.TryFlushSubtree(Name($"other{i}.example."));

        Assert.Equal("ba c d", Held());
        Assert.Equal(count <= 16 ? 7 : 3, _cache.Cache.Statistics.Entries);
    }

    [Fact]
    public void Everything_is_flushed_for_who_repeats_the_code_of_the_offer()
    {
        var offer = _cache.Cache.OfferFlushEverything(_cache.Now);

        Assert.True(_cache.Cache.TryFlushEverything(offer.Code, _cache.Now));

        Assert.Equal("", Held());
        Assert.Equal(0, _cache.Cache.Statistics.Entries);
        _cache.Store(Address("a.example.", 60));
        Assert.Equal("a", Held());
    }

    [Theory]
    [InlineData("")]
    [InlineData("everything")]
    public void Nothing_is_flushed_for_who_does_not(string code)
    {
        Assert.False(_cache.Cache.TryFlushEverything(code, _cache.Now));
        _cache.Cache.OfferFlushEverything(_cache.Now);

        Assert.False(_cache.Cache.TryFlushEverything(code, _cache.Now));

        Assert.Equal("a txt b ba c d", Held());
    }

    [Theory]
    [InlineData(59.999, true)]
    [InlineData(60, false)]
    public void An_offer_holds_for_a_minute(double seconds, bool holds)
    {
        var offer = _cache.Cache.OfferFlushEverything(_cache.Now);

        _cache.Pass(seconds);

        Assert.Equal(holds, _cache.Cache.TryFlushEverything(offer.Code, _cache.Now));
    }

    [Fact]
    public void An_offer_holds_once_and_until_the_next()
    {
        var first = _cache.Cache.OfferFlushEverything(_cache.Now);
        var second = _cache.Cache.OfferFlushEverything(_cache.Now);

        Assert.False(_cache.Cache.TryFlushEverything(first.Code, _cache.Now));
        Assert.True(_cache.Cache.TryFlushEverything(second.Code, _cache.Now));
        Assert.False(_cache.Cache.TryFlushEverything(second.Code, _cache.Now));
    }

    [Fact]
    public void A_name_is_explained_with_every_type_rank_and_source()
    {
        _cache.Pass(seconds: 20);

        var entries = _cache.Cache.Explain(DomainName.Parse("A.Example."), _cache.Now);

        Assert.Equal(
            ["A Additional", "A AuthoritativeAnswer", "Txt AuthoritativeAnswer"],
            entries.Select(entry => $"{entry.Type} {entry.Credibility}").Order(StringComparer.Ordinal));
        var address = entries.Single(entry => entry is { Type: RecordType.A, IsGlue: false });
        Assert.Equal(ExplainedState.Fresh, address.State);
        Assert.Equal(new Ttl(60), address.Lifetime);
        Assert.Equal(new Ttl(40), address.Remaining);
        Assert.Equal(SecurityStatus.Insecure, address.Security);
        Assert.Equal("192.0.2.53:53", address.Origin.ToString());
        Assert.Equal(_cache.Now.Wall.PlusSeconds(-20), address.StoredAt);
    }

    [Fact]
    public void Why_something_is_not_used_is_explained()
    {
        var signed = Scrubbed(Address("s.example.", 60), security: SecurityStatus.Secure);
        _cache.Store(signed with { SignaturesEnd = _cache.Now.Wall.PlusSeconds(30) });
        _cache.Pass(seconds: 70);
        _cache.Cache.TryFlushSubtree(Name("ba.example."));

        Assert.Equal(ExplainedState.Stale, StateOf("b.a.example."));
        Assert.Equal(ExplainedState.Flushed, StateOf("ba.example."));
        Assert.Equal(ExplainedState.SignaturesEnded, StateOf("s.example."));
        _cache.Pass(seconds: 86_400);
        Assert.Equal(ExplainedState.TooOld, StateOf("b.a.example."));
    }

    [Fact]
    public void The_denial_of_a_name_is_explained_without_a_type()
    {
        var entry = Assert.Single(_cache.Cache.Explain(DomainName.Parse("c.example."), _cache.Now));

        Assert.Equal(DenialKind.NxDomain, entry.Denial);
        Assert.Null(entry.Type);
        Assert.Equal(RecordType.Soa, entry.Set.Type);
    }

    private ExplainedState StateOf(string name) =>
        Assert.Single(_cache.Cache.Explain(DomainName.Parse(name), _cache.Now)).State;

    private string Held()
    {
        (string Word, string Name, RecordType Type)[] all =
        [
            ("a", "a.example.", RecordType.A),
            ("txt", "a.example.", RecordType.Txt),
            ("b", "b.a.example.", RecordType.A),
            ("ba", "ba.example.", RecordType.A),
            ("c", "c.example.", RecordType.A),
            ("d", "d.example.", RecordType.A),
        ];
        return string.Join(' ', all.Where(entry => _cache.Find(entry.Name, entry.Type) is not null)
            .Select(entry => entry.Word));
    }
}
