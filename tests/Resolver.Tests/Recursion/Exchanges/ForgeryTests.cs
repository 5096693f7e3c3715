using Dns;
using Dns.Edns;
using Simulation.Messages;
using Simulation.Net;
using Xunit;

namespace Resolver.Tests.Recursion.Exchanges;

public sealed class ForgeryTests
{
    private const string Answer = "an www.example. A 192.0.2.1";

    [Fact]
    public void After_a_wrong_ID_the_question_goes_over_TCP()
    {
        using var bed = BedWith(out var server);
        server.On("www.example. A", (exchange, query) =>
        {
            if (exchange.Transport == Transport.Udp)
                exchange.Reply(WithId(ScriptedServer.Compose(query, "aa", "an www.example. A 6.6.6.6"), query.Id + 1));
            exchange.Reply(ScriptedServer.Compose(query, "aa", Answer).ToWire(), 5);
        });

        Assert.Equal("192.0.2.1", bed.Ask("www.example. A"));
        Assert.Equal([Transport.Udp, Transport.Tcp], server.Transports);
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("query")]
    [InlineData("name")]
    [InlineData("opcode")]
    [InlineData("empty")]
    public void A_message_that_is_no_answer_does_not_end_the_wait(string fault)
    {
        using var bed = BedWith(out var server);
        server.On("www.example. A", (exchange, query) =>
        {
            exchange.Reply(Spoil(query, fault));
            exchange.Reply(ScriptedServer.Compose(query, "aa", Answer).ToWire(), 20);
        });

        Assert.Equal("192.0.2.1", bed.Ask("www.example. A"));
        Assert.All(server.Transports, transport => Assert.Equal(Transport.Udp, transport));
    }

    [Fact]
    public void A_server_that_loses_case_is_asked_over_TCP_once_and_excused_from_then_on()
    {
        using var bed = BedWith(out var server, randomisesCase: true);
        server.On("*", (exchange, query) => exchange.Reply(Lowered(query)));

        Assert.Equal("192.0.2.1", bed.Ask("wwwwwwwwwwwwwwwwwwwwwwwwwwwww.example. A"));
        Assert.Equal([Transport.Udp, Transport.Tcp], server.Transports);
        Assert.Equal("192.0.2.1", bed.Ask("mmmmmmmmmmmmmmmmmmmmmmmmmmmmm.example. A"));
        Assert.Equal([Transport.Udp, Transport.Tcp, Transport.Udp], server.Transports);
    }

    [Fact]
    public void Case_is_random_in_questions_and_comes_back_as_the_client_wrote_it()
    {
        using var bed = BedWith(out var server, randomisesCase: true);
        server.On("*", (exchange, query) =>
        {
            var response = ScriptedServer.Compose(query, "aa");
            var name = query.Question!.Name;
            response.Answers.Add(new(name, RecordType.A, RecordClass.In, 60, [192, 0, 2, 1]));
            exchange.Reply(response.ToWire());
        });

        var answer = bed.Resolve("a-Long-Name-With-Many-Letters.example. A");

        Assert.Equal("a-Long-Name-With-Many-Letters.example.", answer.Outcome.Data.Set.OwnerName.ToString());
        Assert.NotEqual("a-Long-Name-With-Many-Letters.example.", server.Received[^1].Question!.Name.ToString());
    }

    [Fact]
    public void A_cookie_that_was_given_once_is_sent_back_and_demanded()
    {
        using var bed = BedWith(out var server);
        server.On("one.example. A", (exchange, query) =>
            exchange.Reply(WithCookie(query, ScriptedServer.Compose(query, "aa", "an one.example. A 192.0.2.1"))));
        server.On("two.example. A", (exchange, query) =>
            exchange.Reply(ScriptedServer.Compose(query, "aa", "an two.example. A 192.0.2.2").ToWire()));
        Assert.Equal("192.0.2.1", bed.Ask("one.example. A"));

        Assert.Equal("192.0.2.2", bed.Ask("two.example. A"));

        Assert.Equal([Transport.Udp, Transport.Udp, Transport.Tcp], server.Transports);
        Assert.Equal(8, CookieOf(server.Received[0]).Length);
        Assert.Equal("AABBCCDDEEFF0011", Convert.ToHexString(CookieOf(server.Received[1])[8..]));
    }

    [Fact]
    public void An_answer_with_a_strange_client_cookie_is_ignored()
    {
        using var bed = BedWith(out var server);
        server.On("www.example. A", (exchange, query) =>
        {
            var forged = ScriptedServer.Compose(query, "aa", "an www.example. A 6.6.6.6");
            forged.EdnsOptions = [0, 10, 0, 8, 1, 2, 3, 4, 5, 6, 7, 8];
            exchange.Reply(forged.ToWire());
            exchange.Reply(ScriptedServer.Compose(query, "aa", Answer).ToWire(), 10);
        });

        Assert.Equal("192.0.2.1", bed.Ask("www.example. A"));
    }

    [Fact]
    public void A_refused_cookie_is_tried_again_with_the_new_one_and_then_without_over_TCP()
    {
        using var bed = BedWith(out var server);
        server.On("www.example. A", (exchange, query) =>
        {
            var response = ScriptedServer.Compose(query, "aa", Answer);
            if (exchange.Transport == Transport.Udp)
            {
                response.Answers.Clear();
                response.Flags |= 7;
                response.Edns = new EdnsHeader(1232, 1, 0, 0);
            }
            exchange.Reply(WithCookie(query, response));
        });

        Assert.Equal("192.0.2.1", bed.Ask("www.example. A"));
        Assert.Equal([Transport.Udp, Transport.Udp, Transport.Tcp], server.Transports);
    }

    [Fact]
    public void A_server_that_does_not_know_EDNS_is_asked_without()
    {
        using var bed = BedWith(out var server);
        server.On("www.example. A", (exchange, query) => exchange.Reply(ScriptedServer.Compose(
            query, query.Edns is null ? ["aa", Answer] : ["formerr", "noedns"]).ToWire()));

        Assert.Equal("192.0.2.1", bed.Ask("www.example. A"));
        Assert.Equal([true, false], server.Received.Select(query => query.Edns is not null));
    }

    [Fact]
    public void Silence_is_never_taken_for_a_server_that_does_not_know_EDNS()
    {
        using var bed = BedWith(out var server);

        Assert.Equal("NoReachableAuthority", bed.Ask("www.example. A"));
        Assert.All(server.Received, query => Assert.NotNull(query.Edns));
    }

    private static RecursionBed BedWith(out ScriptedServer server, bool randomisesCase = false)
    {
        var bed = new RecursionBed(settings: options => options with { RandomisesCase = randomisesCase })
            .With("example.", "www A 192.0.2.9");
        server = ScriptedServer.At(bed, bed.World.Tree.AddressOf(DomainName.Parse("example.")).ToString());
        return bed;
    }

    private static byte[] WithId(WireMessage message, int id)
    {
        message.Id = (ushort)id;
        return message.ToWire();
    }

    private static byte[] WithCookie(WireMessage query, WireMessage response)
    {
        response.EdnsOptions =
            [0, 10, 0, 16, .. CookieOf(query).Take(8), 0xaa, 0xbb, 0xcc, 0xdd, 0xee, 0xff, 0x00, 0x11];
        return response.ToWire();
    }

    private static byte[] CookieOf(WireMessage message) =>
        message.Options().First(option => option.Code == EdnsOptionCode.Cookie).Content;

    private static byte[] Lowered(WireMessage query)
    {
        var name = DomainName.Parse(query.Question!.Name.ToString().ToLowerInvariant());
        var response = ScriptedServer.Compose(query, "aa");
        response.Questions.Clear();
        response.Questions.Add(query.Question with { Name = name });
        response.Answers.Add(new(name, RecordType.A, RecordClass.In, 60, [192, 0, 2, 1]));
        return response.ToWire();
    }

    private static byte[] Spoil(WireMessage query, string fault)
    {
        var message = ScriptedServer.Compose(query, "aa", "an www.example. A 6.6.6.6");
        switch (fault)
        {
            case "cut":
                return message.ToWire()[..^20];
            case "query":
                message.Flags = 0;
                break;
            case "name":
                message.Questions.Clear();
                message.Questions.Add(new(DomainName.Parse("other.example."), RecordType.A));
                break;
            case "opcode":
                message.Flags |= 0x2000;
                break;
            default:
                return [];
        }
        return message.ToWire();
    }
}
