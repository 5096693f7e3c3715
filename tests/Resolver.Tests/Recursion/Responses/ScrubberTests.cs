using Dns;
using Resolver.Ports;
using Resolver.Recursion.Delegations;
using Resolver.Recursion.Responses;
using Simulation.Messages;
using Xunit;

namespace Resolver.Tests.Recursion.Responses;

public sealed class ScrubberTests
{
    [Fact]
    public void The_set_asked_for_is_an_answer()
    {
        var response = Scrub("www.example. A", "example.", "aa", "an www.example. A 192.0.2.1");

        Assert.Equal(ResponseKind.Answer, response.Kind);
        Assert.Equal(1, response.Data.Count);
        Assert.True(response.IsAuthoritative);
    }

    [Fact]
    public void Doubled_records_are_one_and_share_the_lowest_TTL()
    {
        var response = Scrub(
            "www.example. A", "example.", "aa", "an www.example. 300 A 192.0.2.1", "an www.example. 60 A 192.0.2.1");

        Assert.Equal(1, response.Data.Count);
        Assert.Equal(new Ttl(60), response.Data.Ttl);
    }

    [Fact]
    public void An_answer_may_stand_in_any_order()
    {
        var response = Scrub(
            "a.example. A",
            "example.",
            "aa",
            "an c.example. A 192.0.2.1",
            "an b.example. CNAME c.example.",
            "an a.example. CNAME b.example.");

        Assert.Equal(ResponseKind.Answer, response.Kind);
        Assert.Equal(["a.example.", "b.example."], response.Links.Select(link => link.OwnerName.ToString()));
    }

    [Fact]
    public void Aliases_are_used_as_far_as_they_stay_in_bailiwick()
    {
        var response = Scrub(
            "a.example. A",
            "example.",
            "aa",
            "an a.example. CNAME b.example.",
            "an b.example. CNAME www.victim.",
            "an www.victim. A 6.6.6.6");

        Assert.Equal(ResponseKind.Alias, response.Kind);
        Assert.Equal("www.victim.", response.Tail.ToString());
        Assert.True(response.Data.IsNone);
    }

    [Fact]
    public void Sets_that_nobody_asked_for_are_not_used()
    {
        var response = Scrub(
            "www.example. A",
            "example.",
            "aa",
            "an www.example. A 192.0.2.1",
            "an other.example. A 6.6.6.6",
            "au example. NS ns.attacker.",
            "ad ns.attacker. A 6.6.6.6");

        Assert.Equal(ResponseKind.Answer, response.Kind);
        Assert.True(response.NameServers.IsNone);
        Assert.Empty(response.Glue);
        Assert.Single(response.Notes);
    }

    [Fact]
    public void A_DNAME_decides_and_the_CNAME_beside_it_does_not()
    {
        var response = Scrub(
            "a.old.example. A",
            "example.",
            "aa",
            "an a.old.example. CNAME forged.example.",
            "an old.example. DNAME new.example.",
            "an a.new.example. A 192.0.2.1");

        Assert.Equal(ResponseKind.Answer, response.Kind);
        Assert.Equal(RecordType.Dname, Assert.Single(response.Links).Type);
        Assert.Equal("a.new.example.", response.Data.OwnerName.ToString());
    }

    [Fact]
    public void Of_two_CNAMEs_the_first_counts()
    {
        var response = Scrub(
            "a.example. A", "example.", "aa", "an a.example. CNAME b.example.", "an a.example. CNAME c.example.");

        Assert.Equal(1, Assert.Single(response.Links).Count);
        Assert.Equal("b.example.", response.Tail.ToString());
    }

    [Fact]
    public void An_alias_with_the_SOA_of_its_target_is_a_denial()
    {
        var response = Scrub(
            "a.example. A", "example.", "aa", "an a.example. CNAME b.example.", "au example. SOA a. b. 1 2 3 4 5");

        Assert.Equal(ResponseKind.NoData, response.Kind);
        Assert.Equal("b.example.", response.Tail.ToString());
        Assert.False(response.Soa.IsNone);
    }

    [Fact]
    public void NXDOMAIN_behind_a_foreign_alias_says_nothing()
    {
        var response = Scrub(
            "a.example. A", "example.", "aa", "nxdomain", "an a.example. CNAME b.victim.", "au . SOA a. b. 1 2 3 4 5");

        Assert.Equal(ResponseKind.Alias, response.Kind);
    }

    [Fact]
    public void An_SOA_of_another_zone_is_not_used()
    {
        var response = Scrub("a.example. A", "example.", "aa", "nxdomain", "au victim. SOA a. b. 1 2 3 4 5");

        Assert.Equal(ResponseKind.NxDomain, response.Kind);
        Assert.True(response.Soa.IsNone);
    }

    [Fact]
    public void Servers_below_the_zone_are_a_referral_with_glue_of_their_own()
    {
        var response = Scrub(
            "www.sub.example. A",
            "example.",
            "au sub.example. NS ns.sub.example.",
            "au sub.example. NS ns.victim.",
            "ad ns.sub.example. A 192.0.2.1",
            "ad ns.victim. A 6.6.6.6",
            "ad www.sub.example. A 6.6.6.6");

        Assert.Equal(ResponseKind.Referral, response.Kind);
        Assert.Equal("ns.sub.example.", Assert.Single(response.Glue).OwnerName.ToString());
    }

    [Theory]
    [InlineData("au . NS a.root-servers.net.")]
    [InlineData("au example. NS ns.example.")]
    [InlineData("au other.example. NS ns.example.")]
    [InlineData("au . NS a.root-servers.net.", "aa")]
    public void A_referral_that_does_not_lead_down_is_lame(string authority, string flags = "noedns") =>
        Assert.Equal(ResponseKind.Lame, Scrub("www.sub.example. A", "example.", flags, authority).Kind);

    [Fact]
    public void Nothing_at_all_is_a_doubtful_denial_from_the_zone_and_lame_from_others()
    {
        var response = Scrub("www.example. A", "example.", "aa");

        Assert.Equal(ResponseKind.NoData, response.Kind);
        Assert.True(response.IsDubious);
        Assert.Equal(ResponseKind.Lame, Scrub("www.example. A", "example.").Kind);
    }

    [Fact]
    public void A_record_that_its_type_does_not_allow_is_left_out_alone()
    {
        var response = Scrub(
            "www.example. A", "example.", "aa", "an www.example. A 192.0.2.1", "an www.example. A \\# 3 010203");

        Assert.Equal(1, response.Data.Count);
        Assert.True(Scrub("www.example. A", "example.", "aa", "an www.example. A \\# 3 010203").IsDubious);
    }

    [Fact]
    public void A_referral_to_the_child_has_no_DS() =>
        Assert.Equal(
            ResponseKind.NoData,
            Scrub("sub.example. DS", "example.", "au sub.example. NS ns.sub.example.").Kind);

    [Theory]
    [InlineData("refused", (int)ResponseKind.Failed)]
    [InlineData("servfail", (int)ResponseKind.Failed)]
    [InlineData("formerr", (int)ResponseKind.NotUnderstood)]
    public void Errors_are_told_apart(string code, int kind) =>
        Assert.Equal((ResponseKind)kind, Scrub("www.example. A", "example.", code).Kind);

    [Fact]
    public void An_answer_of_a_recursive_server_is_dubious()
    {
        Assert.True(Scrub("www.example. A", "example.", "ra", "an www.example. A 192.0.2.1").IsDubious);
        Assert.False(Scrub("www.example. A", "example.", "aa", "ra", "an www.example. A 192.0.2.1").IsDubious);
    }

    [Fact]
    public void Signatures_stand_with_what_they_cover()
    {
        var rrsig = "000105020000012C" + "00000000" + "00000000" + "0001" + "076578616D706C6500" + "AA";
        var response = Scrub(
            "www.example. A",
            "example.",
            "aa",
            $"an www.example. RRSIG \\# {rrsig.Length / 2} {rrsig}",
            "an www.example. A 192.0.2.1",
            $"an other.example. RRSIG \\# {rrsig.Length / 2} {rrsig}");

        Assert.Equal(1, response.Data.Count);
        Assert.Equal(1, response.Data.SignatureCount);
    }

    [Fact]
    public void What_is_said_about_another_trust_domain_does_not_count()
    {
        var inner = new ConfiguredZone
        {
            Zone = DomainName.Parse("corp.example."),
            Servers = [ServerAddress.From(new(System.Net.IPAddress.Loopback, 53))],
            Kind = ConfiguredZoneKind.Stub,
        };
        var response = Scrub(
            "a.example. A",
            new ScrubScope(DelegationOf("example."), [inner]),
            "aa",
            "an a.example. CNAME www.corp.example.",
            "an www.corp.example. A 6.6.6.6");

        Assert.Equal(ResponseKind.Alias, response.Kind);
    }

    [Theory]
    [InlineData(ResponseParser.MaxRecordsPerSet, 0)]
    [InlineData(ResponseParser.MaxRecordsPerSet + 1, 1)]
    public void A_set_is_clipped_at_its_limit(int records, int clipped)
    {
        var lines = Enumerable.Range(0, records).Select(i => $"an www.example. A 10.0.{i / 256}.{i % 256}");
        var response = Scrub("www.example. A", "example.", ["aa", .. lines]);

        Assert.Equal(clipped, response.Source!.ClippedCount);
        Assert.Equal(records - clipped, response.Data.Count);
    }

    internal static ScrubbedResponse Scrub(string question, string zone, params string[] lines) =>
        Scrub(question, new ScrubScope(DelegationOf(zone), []), lines);

    private static ScrubbedResponse Scrub(string question, ScrubScope scope, params string[] lines)
    {
        var words = question.Split(' ');
        Assert.True(Mnemonic.TryReadType(words[1], out var type));
        var query = new WireMessage();
        query.Questions.Add(new(DomainName.Parse(words[0]), type));
        var parsed = ResponseParser.Parse(ScriptedServer.Compose(query, lines).ToWire(), type);
        return Scrubber.Scrub(Assert.IsType<ParsedResponse>(parsed), DomainName.Parse(words[0]), type, scope);
    }

    private static Delegation DelegationOf(string zone) =>
        new() { Zone = DomainName.Parse(zone), Origin = DelegationOrigin.Referral };
}
