using StubCheck.Canned;
using StubCheck.Models;

namespace StubCheck.Tests;

/// <summary>Who breaks on what: each line is what was measured on the real clients.</summary>
public sealed class ModelTests
{
    // The C library's walk, in the clients that have it.
    private const string Walkers = "glibc 2.31 one family, glibc 2.36, bionic, c-ares 1.25";

    private const string EveryGlibc = "glibc 2.31 one family, glibc 2.31 both families, glibc 2.36, bionic";

    [Theory]
    [InlineData("chain0.stub.test A")]
    [InlineData("chain1.stub.test A")]
    [InlineData("chain3.stub.test AAAA")]
    [InlineData("chain11.stub.test A")]
    [InlineData("nodata2.stub.test A")]
    [InlineData("noname2.stub.test AAAA")]
    [InlineData("dname.sub.test A")]
    [InlineData("many40.stub.test A")]
    [InlineData("chain2.stub.test PTR")]
    public void Good_replies_break_nobody(string question) =>
        Assert.Equal("", Spoiled.ModelsThatBreak(question, Fault.None));

    [Theory]
    [InlineData(Fault.DataBeforeAliases, "chain1.stub.test A", Walkers + ", HAProxy, udns, strictest switch")]
    [InlineData(Fault.DataBeforeAliases, "chain3.stub.test A", Walkers + ", HAProxy, udns, strictest switch")]
    [InlineData(Fault.DataBeforeAliases, "chain1.stub.test PTR", Walkers + ", udns, strictest switch")]
    [InlineData(Fault.AliasesReversed, "chain3.stub.test A", Walkers + ", HAProxy, udns, strictest switch")]
    [InlineData(Fault.AliasesSwapped, "chain3.stub.test A", "HAProxy, udns, strictest switch")]
    [InlineData(Fault.DataSplit, "chain1.stub.test A", Walkers + ", HAProxy, udns, strictest switch")]
    public void Records_out_of_order_break_those_who_read_in_order(Fault fault, string question, string models) =>
        Assert.Equal(models, Spoiled.ModelsThatBreak(question, fault));

    [Theory]
    [InlineData(Fault.AliasTwice, "Chromium, HAProxy, strictest switch")]
    [InlineData(Fault.SecondAlias, Walkers + ", Chromium, HAProxy, strictest switch")]
    public void A_second_alias_breaks_those_who_allow_one(Fault fault, string models) =>
        Assert.Equal(models, Spoiled.ModelsThatBreak("chain1.stub.test A", fault));

    [Fact]
    public void A_foreign_address_is_taken_by_those_who_never_look_at_owners_and_refused_by_the_strict() =>
        Assert.Equal(
            "glibc 2.31 both families, musl 1.2.3, musl 1.2.5, c-ares 1.34, Go, Chromium, HAProxy, nginx, "
            + "strictest switch",
            Spoiled.ModelsThatBreak("chain1.stub.test A", Fault.ForeignAddress));

    [Fact]
    public void A_foreign_alias_before_the_addresses_breaks_those_who_follow_the_last_one_seen() =>
        Assert.Equal(
            Walkers + ", Chromium, HAProxy, strictest switch",
            Spoiled.ModelsThatBreak("chain1.stub.test A", Fault.ForeignAlias));

    [Fact]
    public void An_address_of_the_other_family_is_taken_by_two_and_fatal_to_nginx() =>
        Assert.Equal(
            "c-ares 1.34, Go, nginx, strictest switch",
            Spoiled.ModelsThatBreak("chain1.stub.test A", Fault.OtherFamily));

    [Theory]
    [InlineData("chain0.stub.test A", "strictest switch")]
    [InlineData("chain1.stub.test A", "HAProxy, strictest switch")]
    public void Unasked_signatures_break_those_who_compare_every_owner(string question, string models) =>
        Assert.Equal(models, Spoiled.ModelsThatBreak(question, Fault.UnaskedSignatures));

    [Fact]
    public void A_DNAME_without_its_CNAME_breaks_those_who_cannot_redirect() =>
        Assert.Equal(
            Walkers + ", Chromium, udns", Spoiled.ModelsThatBreak("dname.sub.test A", Fault.DnameAlone));

    [Theory]
    [InlineData(Fault.OwnerRecased, "HAProxy, strictest switch")]
    [InlineData(Fault.QuestionRecased, "Chromium, HAProxy, strictest switch")]
    public void Another_case_breaks_those_who_compare_octets(Fault fault, string models) =>
        Assert.Equal(models, Spoiled.ModelsThatBreak("chain1.stub.test A", fault));

    [Fact]
    public void A_bare_alias_breaks_all_but_those_who_ask_again() =>
        Assert.Equal(
            ["systemd-resolved", "nginx"],
            StubModels.All.Select(model => model.Id)
                .Except(Spoiled.ModelsThatBreak("chain1.stub.test A", Fault.BareAlias).Split(", ")));

    [Theory]
    [InlineData(Fault.DataWithNoName)]
    [InlineData(Fault.Failure)]
    public void Data_with_NXDOMAIN_and_failures_break_everyone(Fault fault) =>
        Assert.Equal(
            string.Join(", ", StubModels.All.Select(model => model.Id)),
            Spoiled.ModelsThatBreak("chain1.stub.test A", fault));

    [Theory]
    [InlineData(Fault.AuthenticAlways, "nginx, strictest switch")]
    [InlineData(Fault.ZeroBitSet, "nginx, strictest switch")]
    [InlineData(Fault.RecursionDesiredLost, "strictest switch")]
    public void Unexpected_header_bits_break_nginx_and_the_strictest(Fault fault, string models) =>
        Assert.Equal(models, Spoiled.ModelsThatBreak("chain1.stub.test A", fault));

    [Theory]
    [InlineData(Fault.TwoQuestions)]
    [InlineData(Fault.NoQuestion)]
    public void Anything_but_one_question_breaks_all_but_musl(Fault fault) =>
        Assert.Equal(
            ["musl 1.2.3", "musl 1.2.5"],
            StubModels.All.Select(model => model.Id)
                .Except(Spoiled.ModelsThatBreak("chain1.stub.test A", fault).Split(", ")));

    [Fact]
    public void Octets_behind_the_last_record_break_the_C_libraries() =>
        Assert.Equal(
            EveryGlibc + ", strictest switch", Spoiled.ModelsThatBreak("chain1.stub.test A", Fault.TrailingOctets));

    [Fact]
    public void A_reply_beyond_512_octets_breaks_those_with_a_plain_buffer() =>
        Assert.Equal(
            "musl 1.2.3, Chromium, HAProxy, strictest switch",
            Spoiled.ModelsThatBreak("chain1.stub.test A", Fault.TooLong));

    [Fact]
    public void A_pointer_that_leads_forward_breaks_those_who_check() =>
        Assert.Equal(
            "c-ares 1.34, HAProxy, strictest switch",
            Spoiled.ModelsThatBreak("chain1.stub.test A", Fault.PointerForward));

    [Fact]
    public void A_name_that_no_host_has_ends_the_walk_of_bionic()
    {
        var exchange = Spoiled.Exchange("chain1.stub-.test A udp", Fault.None);
        var bionic = StubModels.All.Single(model => model.Id == "bionic");

        Assert.Equal(VerdictKind.LeftOut, bionic.Judge(exchange).Kind);
    }

    [Theory]
    [InlineData(16, "")]
    [InlineData(17, "systemd-resolved")]
    public void Sixteen_aliases_are_followed_by_everyone_and_seventeen_not(int links, string models) =>
        Assert.Equal(models, Spoiled.ModelsThatBreak($"chain{links}.stub.test A", Fault.None));
}
