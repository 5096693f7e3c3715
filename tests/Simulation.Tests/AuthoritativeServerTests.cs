using Dns;
using Dns.Wire;
using Simulation.Authorities;
using Simulation.Messages;
using Xunit;

namespace Simulation.Tests;

public sealed class AuthoritativeServerTests
{
    private const string Zone = """
        www      300 CNAME web
        web       60 CNAME host
        host     300 A     192.0.2.1
        *.wild   300 TXT   "anything"
        a.b.ent  300 A     192.0.2.2
        old      300 DNAME new.example.
        x.new    300 A     192.0.2.3
        big      300 TXT   "0123456789012345678901234567890123456789012345678901234567890123456789"
        big      300 TXT   "1123456789012345678901234567890123456789012345678901234567890123456789"
        big      300 TXT   "2123456789012345678901234567890123456789012345678901234567890123456789"
        big      300 TXT   "3123456789012345678901234567890123456789012345678901234567890123456789"
        big      300 TXT   "4123456789012345678901234567890123456789012345678901234567890123456789"
        big      300 TXT   "5123456789012345678901234567890123456789012345678901234567890123456789"
        """;

    [Fact]
    public void The_root_refers_with_glue()
    {
        using var world = World.Seeded(1).Serving("example.", Zone);

        var response = Probe.AskUdp(world, ".", "www.example. A")!;

        Assert.Equal("example. 3600 NS ns.example.", Assert.Single(response.Authority).ToString());
        Assert.Equal("ns.example. 3600 A 20.0.0.1", Assert.Single(response.Additional).ToString());
        Assert.Equal(0, response.Flags & MessageHeader.AuthoritativeBit);
    }

    [Theory]
    [InlineData("www.example. A", "www CNAME web | web CNAME host | host A 192.0.2.1")]
    [InlineData("host.example. A", "host A 192.0.2.1")]
    [InlineData("host.example. AAAA", "NODATA")]
    [InlineData("none.example. A", "NXDOMAIN")]
    [InlineData("b.ent.example. A", "NODATA")]
    [InlineData("c.ent.example. A", "NXDOMAIN")]
    [InlineData("q.wild.example. TXT", "q TXT \"anything\"")]
    [InlineData("q.wild.example. A", "NODATA")]
    [InlineData("x.old.example. A",
        "old.example. DNAME new.example. | x CNAME x.new.example. | x.new.example. A 192.0.2.3")]
    public void A_zone_is_answered_from_as_RFC_1034_says(string question, string line)
    {
        using var world = World.Seeded(1).Serving("example.", Zone);

        var response = Probe.AskUdp(world, "example.", question)!;

        Assert.Equal(line, response.ToLine());
        Assert.NotEqual(0, response.Flags & MessageHeader.AuthoritativeBit);
        Assert.Equal(line.EndsWith("NODATA", StringComparison.Ordinal)
            || line.EndsWith("NXDOMAIN", StringComparison.Ordinal),
            response.Authority.Any(record => record.Type == RecordType.Soa));
    }

    [Fact]
    public void What_does_not_fit_is_truncated_and_comes_whole_over_TCP()
    {
        using var world = World.Seeded(1).Serving("example.", Zone);

        var overUdp = Probe.AskUdp(world, "example.", "big.example. TXT", payload: null)!;
        var overTcp = Probe.AskTcp(world, "example.", "big.example. TXT", "host.example. A");

        Assert.True(overUdp.IsTruncated);
        Assert.Empty(overUdp.Answers);
        Assert.Equal(6, overTcp[0].Answers.Count);
        Assert.Equal("host A 192.0.2.1", overTcp[1].ToLine());
    }

    [Theory]
    [InlineData(Refusal.Refused, ResponseCode.Refused)]
    [InlineData(Refusal.ServFail, ResponseCode.ServFail)]
    [InlineData(Refusal.NotAuth, ResponseCode.NotAuth)]
    [InlineData(Refusal.LameEmpty, ResponseCode.NoError)]
    public void A_refusing_server_gives_its_code_and_no_data(Refusal refusal, ResponseCode code)
    {
        using var world = World.Seeded(1).Serving("example.", Zone, new ServerBehaviour { Refusal = refusal });

        var response = Probe.AskUdp(world, "example.", "host.example. A")!;

        Assert.Equal(code, response.ResponseCode);
        Assert.Empty(response.Answers);
    }

    [Fact]
    public void A_server_that_cannot_EDNS_answers_without_it()
    {
        using var world = World.Seeded(1)
            .Serving("example.", Zone, new ServerBehaviour { Edns = EdnsTreatment.FormErr });

        var withEdns = Probe.AskUdp(world, "example.", "host.example. A")!;
        var without = Probe.AskUdp(world, "example.", "host.example. A", payload: null)!;

        Assert.Equal(ResponseCode.FormErr, withEdns.ResponseCode);
        Assert.Null(withEdns.Edns);
        Assert.Equal("host A 192.0.2.1", without.ToLine());
    }

    [Fact]
    public void A_server_counts_what_it_is_asked_whatever_the_case()
    {
        using var world = World.Seeded(1).Serving("example.", Zone);

        Probe.AskUdp(world, "example.", "HOST.example. A");
        Probe.AskUdp(world, "example.", "host.eXample. A");

        Assert.Equal(2, world.ServerOf("example.").Received["host.example. A"]);
    }

    [Fact]
    public void A_DNAME_that_makes_too_long_a_name_is_YXDOMAIN()
    {
        var label = new string('l', 63);
        using var world = World.Seeded(1).Serving("example.", $"old 300 DNAME {label}.{label}.{label}.example.");

        var response = Probe.AskUdp(world, "example.", $"{new string('q', 63)}.old.example. A")!;

        Assert.Equal(ResponseCode.YxDomain, response.ResponseCode);
    }

    [Fact]
    public void Written_messages_read_back_the_same()
    {
        using var world = World.Seeded(1).Serving("example.", Zone);
        var response = Probe.AskUdp(world, "example.", "www.example. A")!;

        var again = WireMessage.TryParse(response.ToWire())!;

        Assert.Equal(response.ToString(), again.ToString());
    }
}
