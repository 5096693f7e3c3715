using Dns;
using Dns.Edns;
using Dnssec;
using Resolver.Answers;
using Resolver.Cache;
using Resolver.Queries;
using Resolver.Tests.Cache;
using Resolver.Tests.Queries;
using Xunit;

namespace Resolver.Tests;

/// <summary>What clients get, by what they send.</summary>
public sealed class QueryHandlerTests
{
    private readonly HandlerFixture _handler = new();

    [Fact]
    public void A_name_in_the_cache_is_answered_with_the_ttl_that_is_left()
    {
        _handler.Store(CacheFixture.Address("www.example.", 300));
        _handler.Fixture.Pass(6);

        var response = _handler.Ask("www.example.", RecordType.A);

        Assert.Equal("www.example. 294 A 192.0.2.1", response.Line);
    }

    [Fact]
    public void A_name_that_is_not_in_the_cache_is_work_for_its_home_worker()
    {
        var result = _handler.Handle(new PacketBuilder("www.example.", RecordType.A).Build());
        var same = _handler.Handle(new PacketBuilder("WWW.example.", RecordType.A).Build());
        var other = _handler.Handle(new PacketBuilder("www.example.", RecordType.Aaaa).Build());

        Assert.Equal(Disposition.Pending, result.Disposition);
        Assert.Equal(result.Work!.Home, same.Work!.Home);
        Assert.NotEqual(result.Work.Home, other.Work!.Home);
    }

    [Fact, Rfc(1034, "4.3.2")]
    public void Aliases_come_first_and_in_chain_order()
    {
        _handler.Store(
            CacheFixture.Address("server.provider.", 60),
            CacheFixture.Alias("cdn.example.", 5, "server.provider."),
            CacheFixture.Alias("www.example.", 300, "cdn.example."));

        var response = _handler.Ask("www.example.", RecordType.A);

        Assert.Equal(
            "www.example. 300 CNAME cdn.example. | cdn.example. 5 CNAME server.provider. "
                + "| server.provider. 60 A 192.0.2.1",
            response.Line);
    }

    [Fact]
    public void A_chain_with_an_expired_link_is_handed_over_up_to_that_link()
    {
        _handler.Store(
            CacheFixture.Address("server.provider.", 300),
            CacheFixture.Alias("cdn.example.", 5, "server.provider."),
            CacheFixture.Alias("www.example.", 300, "cdn.example."));
        _handler.Fixture.Pass(6);

        var result = _handler.Handle(new PacketBuilder("www.example.", RecordType.A).Build());

        Assert.Equal(Disposition.Pending, result.Disposition);
        Assert.Equal(1, result.Work!.Chain.Count);
        Assert.Equal("cdn.example.", result.Work.Chain.TailName.ToString());
    }

    [Fact, Rfc(4343, "4.1")]
    public void The_question_and_the_first_owner_come_back_in_the_clients_octets()
    {
        _handler.Store(CacheFixture.Address("www.example.", 300));

        var response = _handler.Ask("wWw.ExAmPlE.", RecordType.A);

        Assert.Equal("wWw.ExAmPlE.", response.Question);
        Assert.Equal("wWw.ExAmPlE. 300 A 192.0.2.1", response.Line);
    }

    [Fact]
    public void Each_further_owner_has_the_octets_of_the_rdata_that_led_to_it()
    {
        _handler.Store(
            CacheFixture.Alias("www.example.", 300, "Host.Example."), CacheFixture.Address("host.example.", 300));

        var response = _handler.Ask("www.example.", RecordType.A);

        Assert.Equal("www.example. 300 CNAME Host.Example. | Host.Example. 300 A 192.0.2.1", response.Line);
    }

    [Fact, Rfc(6672, "3.1")]
    public void A_dname_stands_before_the_cname_it_makes()
    {
        _handler.Store(
            CacheFixture.Alias("old.example.", 300, "new.example.", RecordType.Dname),
            CacheFixture.Address("www.new.example.", 60));

        var response = _handler.Ask("www.old.example.", RecordType.A);

        Assert.Equal(
            "old.example. 300 DNAME new.example. | www.old.example. 300 CNAME www.new.example. "
                + "| www.new.example. 60 A 192.0.2.1",
            response.Line);
    }

    [Theory, Rfc(2308, "2.1")]
    [InlineData(DenialKind.NoData, ResponseCode.NoError)]
    [InlineData(DenialKind.NxDomain, ResponseCode.NxDomain)]
    public void A_denial_behind_a_chain_has_the_rcode_of_its_end_and_the_soa(DenialKind kind, ResponseCode rcode)
    {
        _handler.Store(CacheFixture.Alias("www.example.", 300, "host.example."));
        _handler.Fixture.Deny("host.example.", RecordType.A, CacheFixture.Denial(kind));

        var response = _handler.Ask("www.example.", RecordType.A);

        Assert.Equal(rcode, response.Rcode);
        Assert.Equal("www.example. 300 CNAME host.example.", response.Line);
        Assert.StartsWith("example. 60 SOA", Assert.Single(response.Authority));
    }

    [Fact, Rfc(6891, "6.1.1")]
    public void An_opt_record_comes_back_only_to_those_who_sent_one()
    {
        _handler.Store(CacheFixture.Address("www.example.", 300));

        var without = _handler.Ask("www.example.", RecordType.A);
        var with = _handler.Ask(new PacketBuilder("www.example.", RecordType.A) { Edns = 1232 });

        Assert.Null(without.Opt);
        Assert.Equal(ResponseSettings.DefaultMaxDatagram, with.Opt!.Value.PayloadSize);
    }

    [Fact, Rfc(4035, "3.2.1")]
    public void Signatures_go_only_to_clients_that_say_do_and_stand_behind_their_set()
    {
        var signed = new RRsetBuilder(DomainName.Parse("www.example."), RecordType.A)
            .Add([192, 0, 2, 1], new Ttl(300)).Add([192, 0, 2, 2], new Ttl(300))
            .AddSignature([0, 1, 8, 2, .. new byte[30]], new Ttl(300)).Build();
        _handler.Store(signed);

        var plain = _handler.Ask("www.example.", RecordType.A);
        var secure = _handler.Ask(Dnssec("www.example.", RecordType.A));

        Assert.Equal(2, plain.Answer.Count);
        Assert.Equal(3, secure.Answer.Count);
        Assert.EndsWith("covers A", secure.Answer[2]);
    }

    [Theory, Rfc(6840, "5.8")]
    [InlineData(SecurityStatus.Secure, true)]
    [InlineData(SecurityStatus.Insecure, false)]
    [InlineData(SecurityStatus.Indeterminate, false)]
    public void Ad_is_set_only_where_every_link_and_the_data_are_secure(SecurityStatus data, bool expected)
    {
        _handler.Fixture.Store(Scrub(CacheFixture.Alias("www.example.", 300, "host.example."), SecurityStatus.Secure));
        _handler.Fixture.Store(Scrub(CacheFixture.Address("host.example.", 300), data));

        var asked = _handler.Ask(Dnssec("www.example.", RecordType.A));
        var notAsked = _handler.Ask("www.example.", RecordType.A);

        Assert.Equal(expected, asked.Header.IsAuthenticData);
        Assert.False(notAsked.Header.IsAuthenticData);
    }

    [Theory, Rfc(6891, "6.2.3")]
    [InlineData(null, 30, false)]
    [InlineData(null, 31, true)]
    [InlineData(0, 29, false)]
    [InlineData(0, 30, true)]
    [InlineData(1232, 31, false)]
    [InlineData(65535, 74, false)]
    [InlineData(65535, 75, true)]
    public void Datagrams_have_at_most_the_clients_size_and_ours(int? edns, int addresses, bool isTruncated)
    {
        var set = new RRsetBuilder(DomainName.Parse("www.example."), RecordType.A);
        for (var i = 0; i < addresses; i++)
            set.Add([192, 0, 2, (byte)i], new Ttl(300));
        _handler.Store(set.Build());

        var response = _handler.Ask(new PacketBuilder("www.example.", RecordType.A) { Edns = edns });

        Assert.Equal(isTruncated, response.Header.IsTruncated);
        Assert.Equal(isTruncated ? 0 : addresses, response.Answer.Count);
        Assert.InRange(response.Octets.Length, 12, edns is null or 0 ? 512 : 1232);
    }

    [Fact, Rfc(2181, "9")]
    public void A_truncated_answer_keeps_the_whole_sets_before_the_one_that_does_not_fit()
    {
        var set = new RRsetBuilder(DomainName.Parse("host.example."), RecordType.A);
        for (var i = 0; i < 100; i++)
            set.Add([192, 0, 2, (byte)i], new Ttl(300));
        _handler.Store(CacheFixture.Alias("www.example.", 300, "host.example."), set.Build());

        var response = _handler.Ask("www.example.", RecordType.A);

        Assert.True(response.Header.IsTruncated);
        Assert.Equal("www.example. 300 CNAME host.example.", response.Line);
    }

    [Fact]
    public void Over_tcp_the_same_answer_is_whole()
    {
        var set = new RRsetBuilder(DomainName.Parse("www.example."), RecordType.Txt);
        for (var i = 0; i < 30; i++)
            set.Add([200, (byte)i, .. new byte[199]], new Ttl(300));
        _handler.Store(set.Build());
        _handler.Client = _handler.Client with { Transport = Transport.Tcp };

        var response = _handler.Ask("www.example.", RecordType.Txt);

        Assert.False(response.Header.IsTruncated);
        Assert.Equal(30, response.Answer.Count);
    }

    [Fact]
    public void Records_of_the_final_set_rotate_with_the_id_and_none_is_lost()
    {
        var set = new RRsetBuilder(DomainName.Parse("www.example."), RecordType.A);
        for (var i = 0; i < 3; i++)
            set.Add([192, 0, 2, (byte)i], new Ttl(300));
        _handler.Store(set.Build());

        var lines = Enumerable.Range(0, 3)
            .Select(id => _handler.Ask(new PacketBuilder("www.example.", RecordType.A) { Id = (ushort)id }).Answer)
            .ToList();

        Assert.Equal(3, lines.Select(answer => answer[0]).Distinct().Count());
        Assert.All(lines, answer => Assert.Equal(3, answer.Distinct().Count()));
    }

    [Fact]
    public void A_failure_carries_no_part_of_the_chain()
    {
        for (var i = 0; i <= AliasChain.MaxLength; i++)
            _handler.Store(CacheFixture.Alias($"n{i}.example.", 300, $"n{i + 1}.example."));

        var response = _handler.Ask(new PacketBuilder("n0.example.", RecordType.A) { Edns = 1232 });

        Assert.Equal(ResponseCode.ServFail, response.Rcode);
        Assert.Empty(response.Answer);
        Assert.Equal(ExtendedErrorCode.Other, response.Error);
    }

    [Fact]
    public void A_loop_of_aliases_is_a_failure()
    {
        _handler.Store(
            CacheFixture.Alias("a.example.", 300, "b.example."), CacheFixture.Alias("b.example.", 300, "A.example."));

        Assert.Equal(ResponseCode.ServFail, _handler.Ask("a.example.", RecordType.A).Rcode);
        Assert.Equal(ResponseCode.NoError, _handler.Ask("a.example.", RecordType.Cname).Rcode);
    }

    private static PacketBuilder Dnssec(string name, RecordType type) =>
        new(name, type) { Edns = 1232, EdnsFlags = EdnsHeader.DnssecOkBit };

    private static ScrubbedRRset Scrub(RRset set, SecurityStatus security) =>
        CacheFixture.Scrubbed(set, security: security);
}
