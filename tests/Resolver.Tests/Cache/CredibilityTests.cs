using Dns;
using Dnssec;
using Resolver.Cache;
using Xunit;
using static Resolver.Tests.Cache.CacheFixture;

namespace Resolver.Tests.Cache;

public sealed class CredibilityTests
{
    private readonly CacheFixture _cache = new();

    [Theory, Rfc(2181, "5.4.1")]
    [InlineData(Credibility.AuthoritativeAnswer, Credibility.AuthoritativeAuthority)]
    [InlineData(Credibility.AuthoritativeAnswer, Credibility.Answer)]
    [InlineData(Credibility.AuthoritativeAuthority, Credibility.Answer)]
    [InlineData(Credibility.Local, Credibility.AuthoritativeAnswer)]
    [InlineData(Credibility.Referral, Credibility.Additional)]
    public void Fresh_data_is_not_replaced_by_less_credible_data(Credibility better, Credibility worse)
    {
        _cache.Store(Scrubbed(Address("a.example.", 60, last: 1), better));

        var result = _cache.Store(Scrubbed(Address("a.example.", 60, last: 2), worse));

        Assert.Equal(StoreResult.KeptBetter, result);
        Assert.Equal(1, LastOctet(_cache.Find("a.example.", RecordType.A, Acceptance.Glue)));
    }

    [Theory]
    [InlineData(Credibility.Answer, Credibility.Answer)]
    [InlineData(Credibility.Answer, Credibility.AuthoritativeAnswer)]
    [InlineData(Credibility.AuthoritativeAnswer, Credibility.Local)]
    public void Data_gives_way_to_data_that_is_as_credible_or_more(Credibility present, Credibility offered)
    {
        _cache.Store(Scrubbed(Address("a.example.", 60, last: 1), present));

        var result = _cache.Store(Scrubbed(Address("a.example.", 60, last: 2), offered));

        Assert.Equal(StoreResult.Stored, result);
        Assert.Equal(2, LastOctet(_cache.Find("a.example.", RecordType.A)));
    }

    [Fact]
    public void Data_that_has_run_out_gives_way_to_less_credible_data()
    {
        _cache.Store(Scrubbed(Address("a.example.", 60, last: 1), Credibility.AuthoritativeAnswer));

        _cache.Pass(seconds: 60);

        var lesser = Scrubbed(Address("a.example.", 60, last: 2), Credibility.Answer);
        Assert.Equal(StoreResult.Stored, _cache.Store(lesser));
        Assert.Equal(2, LastOctet(_cache.Find("a.example.", RecordType.A)));
    }

    [Theory, Rfc(2181, "5.4.1")]
    [InlineData(Credibility.Additional)]
    [InlineData(Credibility.Referral)]
    public void Glue_never_answers_a_client(Credibility credibility)
    {
        _cache.Store(Scrubbed(Address("ns.example.", 60), credibility));

        Assert.Null(_cache.Find("ns.example.", RecordType.A));
        Assert.Equal("Open at ns.example.", _cache.Walk("ns.example.", RecordType.A));
        Assert.Equal("Open at ns.example.", _cache.Walk("ns.example.", RecordType.A, Acceptance.Stale));
        Assert.NotNull(_cache.Find("ns.example.", RecordType.A, Acceptance.Glue));
    }

    [Fact]
    public void Glue_does_not_displace_a_stale_answer()
    {
        _cache.Store(Address("ns.example.", 60, last: 1));
        _cache.Pass(seconds: 60);

        _cache.Store(Scrubbed(Address("ns.example.", 60, last: 2), Credibility.Additional));

        Assert.Equal(1, LastOctet(_cache.Find("ns.example.", RecordType.A)));
        Assert.Equal(2, LastOctet(_cache.Find("ns.example.", RecordType.A, Acceptance.Glue)));
    }

    [Fact]
    public void An_answer_comes_before_glue_when_servers_are_looked_for()
    {
        _cache.Store(Scrubbed(Address("ns.example.", 60, last: 2), Credibility.Additional));
        _cache.Store(Address("ns.example.", 60, last: 1));

        Assert.Equal(1, LastOctet(_cache.Find("ns.example.", RecordType.A, Acceptance.Glue)));
    }

    [Theory]
    [InlineData(SecurityStatus.Secure)]
    [InlineData(SecurityStatus.Insecure)]
    public void What_was_never_validated_does_not_displace_fresh_data_that_was(SecurityStatus validated)
    {
        _cache.Store(Scrubbed(Address("a.example.", 60, last: 1), security: validated));

        var result = _cache.Store(Scrubbed(Address("a.example.", 60, last: 2), security: SecurityStatus.Indeterminate));

        Assert.Equal(StoreResult.KeptBetter, result);
        Assert.Equal(validated, _cache.Find("a.example.", RecordType.A)!.Value.Security);
    }

    [Fact]
    public void A_denial_that_was_never_validated_does_not_displace_secure_data()
    {
        _cache.Store(Scrubbed(Address("a.example.", 60), security: SecurityStatus.Secure));
        _cache.Store(Scrubbed(Alias("b.example.", 60, "a.example."), security: SecurityStatus.Secure));

        var denial = Denial(DenialKind.NxDomain, security: SecurityStatus.Indeterminate);
        _cache.Deny("a.example.", RecordType.A, denial);
        _cache.Deny("b.example.", RecordType.A, denial);

        Assert.Equal("b.example. 60 CNAME | a.example. 60 A", _cache.Walk("b.example.", RecordType.A));
    }

    [Fact]
    public void Bogus_data_is_not_cached()
    {
        Assert.Equal(
            StoreResult.Bogus, _cache.Store(Scrubbed(Address("a.example.", 60), security: SecurityStatus.Bogus)));
        Assert.Equal(
            StoreResult.Bogus,
            _cache.Deny("b.example.", RecordType.A, Denial(DenialKind.NoData, security: SecurityStatus.Bogus)));
        Assert.Equal(0, _cache.Cache.Statistics.Entries);
    }

    [Fact, Rfc(2181, "10.1")]
    public void A_set_of_two_cnames_is_not_cached()
    {
        var two = Set("a.example.", 60, RecordType.Cname, Name("b.example."), Name("c.example."));

        Assert.Equal(StoreResult.Unfit, _cache.Store(two));
        Assert.Equal("Open at a.example.", _cache.Walk("a.example.", RecordType.A));
    }

    [Fact]
    public void Meta_types_and_other_classes_are_not_cached()
    {
        var chaos = new RRsetBuilder(DomainName.Parse("a.example."), RecordType.Txt, RecordClass.Chaos);

        Assert.Equal(StoreResult.Unfit, _cache.Store(Set("a.example.", 60, RecordType.Any, [1])));
        Assert.Equal(StoreResult.Unfit, _cache.Store(Set("a.example.", 60, RecordType.Opt, [1])));
        Assert.Equal(StoreResult.Unfit, _cache.Store(chaos.Add([1, 65], new Ttl(60)).Build()));
        Assert.Equal(StoreResult.Unfit, _cache.Deny("a.example.", RecordType.Any, Denial(DenialKind.NoData)));
    }

    [Fact]
    public void What_is_found_is_what_was_stored()
    {
        var proof = Set("b.example.", 60, RecordType.Nsec, [.. Name("c.example."), 0, 1, 0x40]);
        var set = Scrubbed(Address("A.example.", 60), Credibility.Answer, SecurityStatus.Secure) with
        {
            Proofs = RRsetSequence.Of([proof, proof]),
        };
        var denial = Denial(DenialKind.NoData, 50, Credibility.Answer, SecurityStatus.Secure) with
        {
            Proofs = set.Proofs,
        };
        _cache.Store(set);
        _cache.Deny("A.example.", RecordType.Aaaa, denial);

        var data = _cache.Find("a.EXAMPLE.", RecordType.A)!.Value.Data.Detach();
        var denied = _cache.Find("a.EXAMPLE.", RecordType.Aaaa)!.Value.Denial.Detach();

        Assert.Equal(set.Set.Block, data.Set.Block);
        Assert.Equal(set.Proofs.Blocks, data.Proofs.Blocks);
        Assert.Equal((set.Credibility, set.Security), (data.Credibility, data.Security));
        Assert.Equal(denial.Soa.Block, denied.Soa.Block);
        Assert.Equal(denial.Proofs.Blocks, denied.Proofs.Blocks);
        Assert.Equal((denial.Kind, denial.Security), (denied.Kind, denied.Security));
    }

    [Fact]
    public void A_denial_without_soa_is_found_without_one()
    {
        _cache.Deny("a.example.", RecordType.A, Denial(DenialKind.NoData) with { Soa = default });

        Assert.True(_cache.Find("a.example.", RecordType.A)!.Value.Denial.Soa.IsNone);
    }

    private static int LastOctet(CacheHit? hit) => hit!.Value.Data.Set.FirstRecord[3];
}
