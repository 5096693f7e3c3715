using Resolver.Recursion;
using Xunit;

namespace Resolver.Tests.Recursion.Steps;

public sealed class MinimisationTests
{
    [Fact]
    public void Servers_on_the_way_see_one_label_more_than_their_zone()
    {
        using var bed = BedWith(QnameMinimisation.Relaxed);

        Assert.Equal("NoData sub.example.", bed.Ask("www.a.b.sub.example. TXT"));

        Assert.Equal(
            ["example. A", "sub.example. A", "b.sub.example. A", "a.b.sub.example. A", "www.a.b.sub.example. TXT"],
            bed.Asked);
    }

    [Fact]
    public void What_is_known_on_the_way_is_not_asked_again()
    {
        using var bed = BedWith(QnameMinimisation.Relaxed);
        bed.Ask("www.a.b.sub.example. A");

        Assert.Equal("192.0.2.2", bed.Ask("mail.a.b.sub.example. A"));

        Assert.Equal(["mail.a.b.sub.example. A"], bed.Asked);
    }

    [Theory]
    [InlineData(QnameMinimisation.Relaxed, "192.0.2.1")]
    [InlineData(QnameMinimisation.Strict, "NxDomain example.")]
    public void A_server_that_denies_what_has_something_below_is_believed_only_if_strict(
        QnameMinimisation mode, string expected)
    {
        using var bed = BedWith(mode);
        ScriptedServer.At(bed, bed.World.Tree.AddressOf(Dns.DomainName.Parse("example.")).ToString())
            .On("www.ent.example. A", "aa", "an www.ent.example. A 192.0.2.1")
            .On("*", "aa", "nxdomain", "au example. SOA a. b. 1 2 3 4 60");

        Assert.Equal(expected, bed.Ask("www.ent.example. A"));
    }

    [Theory]
    [InlineData("refused")]
    [InlineData("servfail")]
    [InlineData("formerr")]
    public void A_server_that_cannot_answer_for_part_of_a_name_is_shown_all_of_it(string code)
    {
        using var bed = BedWith(QnameMinimisation.Strict);
        ScriptedServer.At(bed, bed.World.Tree.AddressOf(Dns.DomainName.Parse("example.")).ToString())
            .On("www.ent.example. A", "aa", "an www.ent.example. A 192.0.2.1")
            .On("*", code);

        Assert.Equal("192.0.2.1", bed.Ask("www.ent.example. A"));
    }

    [Fact]
    public void A_name_of_many_labels_takes_at_most_ten_steps_more()
    {
        using var bed = BedWith(QnameMinimisation.Relaxed);

        bed.Ask(string.Concat(Enumerable.Repeat("x.", 100)) + "example. A");

        Assert.InRange(bed.Asked.Count, 2, 12);
    }

    private static RecursionBed BedWith(QnameMinimisation mode) =>
        new RecursionBed(settings: options => options with { QnameMinimisation = mode })
            .With("example.", "* A 192.0.2.9")
            .With("sub.example.", "www.a.b A 192.0.2.1\nmail.a.b A 192.0.2.2");
}
