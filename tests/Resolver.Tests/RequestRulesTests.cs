using System.Globalization;
using Dns;
using Dns.Edns;
using Dns.Wire;
using Resolver.Policy;
using Resolver.Ports;
using Resolver.Queries;
using Resolver.Tests.Cache;
using Resolver.Tests.Queries;
using Xunit;

namespace Resolver.Tests;

/// <summary>Who is served, and what questions that are not looked up get.</summary>
public sealed class RequestRulesTests
{
    private readonly HandlerFixture _handler = new();

    [Fact]
    public void A_client_outside_the_access_list_is_refused_and_told_so()
    {
        _handler.Client = new(HostAddress.Parse("192.0.2.7"), 4000, Transport.Udp);

        var response = _handler.Ask(new PacketBuilder("www.example.", RecordType.A) { Edns = 1232 });

        Assert.Equal(ResponseCode.Refused, response.Rcode);
        Assert.Equal(ExtendedErrorCode.Prohibited, response.Error);
    }

    [Fact]
    public void Refusals_over_udp_are_limited_and_come_again_in_the_next_second()
    {
        _handler.Client = new(HostAddress.Parse("192.0.2.7"), 4000, Transport.Udp);
        var packet = new PacketBuilder("www.example.", RecordType.A).Build();

        for (var i = 0; i < RefusalLimit.PerSecond; i++)
            Assert.Equal(Disposition.Answered, _handler.Handle(packet).Disposition);
        Assert.Equal(Disposition.Dropped, _handler.Handle(packet).Disposition);
        _handler.Fixture.Pass(1);
        Assert.Equal(Disposition.Answered, _handler.Handle(packet).Disposition);
    }

    [Fact]
    public void A_response_is_never_answered()
    {
        var packet = new PacketBuilder("www.example.", RecordType.A) { Flags = MessageHeader.ResponseBit }.Build();

        Assert.Equal(Disposition.Dropped, _handler.Handle(packet).Disposition);
    }

    [Theory]
    [InlineData(11, Disposition.Dropped)]
    [InlineData(12, Disposition.Answered)]
    public void A_packet_without_a_whole_header_is_dropped(int length, Disposition expected)
    {
        var packet = new PacketBuilder("www.example.", RecordType.A).Build()[..length];

        Assert.Equal(expected, _handler.Handle(packet).Disposition);
    }

    [Theory]
    [InlineData(Opcode.IQuery)]
    [InlineData(Opcode.Notify)]
    [InlineData(Opcode.Update)]
    public void Other_opcodes_are_not_implemented_and_come_back(Opcode opcode)
    {
        var flags = (ushort)((int)opcode << 11);

        var response = _handler.Ask(new PacketBuilder("www.example.", RecordType.A) { Flags = flags });

        Assert.Equal(ResponseCode.NotImp, response.Rcode);
        Assert.Equal(opcode, response.Header.Opcode);
    }

    [Theory, Rfc(9619, "4")]
    [InlineData(0)]
    [InlineData(2)]
    public void Another_number_of_questions_than_one_is_malformed(byte count)
    {
        var packet = new PacketBuilder("www.example.", RecordType.A).Build();
        packet[5] = count;

        Assert.Equal(ResponseCode.FormErr, _handler.Ask(packet).Rcode);
    }

    [Fact, Rfc(6891, "6.1.3")]
    public void A_later_edns_version_gets_badvers_with_our_own()
    {
        var response = _handler.Ask(new PacketBuilder("www.example.", RecordType.A) { Edns = 1232, EdnsVersion = 1 });

        Assert.Equal(ResponseCode.BadVers, response.Rcode);
        Assert.Equal(0, response.Opt!.Value.Version);
    }

    [Fact, Rfc(6891, "6.1.1")]
    public void Two_opt_records_are_malformed()
    {
        var response = _handler.Ask(new PacketBuilder("www.example.", RecordType.A) { Edns = 1232, OptCount = 2 });

        Assert.Equal(ResponseCode.FormErr, response.Rcode);
    }

    [Theory, Rfc(7873, "5.2.2")]
    [InlineData(7, false)]
    [InlineData(8, true)]
    [InlineData(9, false)]
    [InlineData(15, false)]
    [InlineData(16, true)]
    [InlineData(40, true)]
    [InlineData(41, false)]
    public void A_cookie_has_eight_or_sixteen_to_forty_octets(int length, bool isGood)
    {
        _handler.Store(CacheFixture.Address("www.example.", 300));
        byte[] options = [0, 10, 0, (byte)length, .. new byte[length]];

        var response = _handler.Ask(new PacketBuilder("www.example.", RecordType.A) { Edns = 1232, Options = options });

        Assert.Equal(isGood ? ResponseCode.NoError : ResponseCode.FormErr, response.Rcode);
    }

    [Fact]
    public void Octets_behind_the_message_are_malformed()
    {
        byte[] packet = [.. new PacketBuilder("www.example.", RecordType.A).Build(), 0];

        Assert.Equal(ResponseCode.FormErr, _handler.Ask(packet).Rcode);
    }

    [Fact]
    public void The_cache_is_not_shown_to_those_who_do_not_ask_for_recursion()
    {
        _handler.Store(CacheFixture.Address("www.example.", 300));

        var response = _handler.Ask(new PacketBuilder("www.example.", RecordType.A) { Flags = 0 });

        Assert.Equal(ResponseCode.Refused, response.Rcode);
    }

    [Fact]
    public void The_operator_may_show_the_cache()
    {
        var open = new HandlerFixture(new HandlerSettings { NonRecursive = NonRecursiveQueries.AnsweredFromCache });
        open.Store(CacheFixture.Address("www.example.", 300));

        var known = open.Ask(new PacketBuilder("www.example.", RecordType.A) { Flags = 0 });
        var unknown = open.Ask(new PacketBuilder("else.example.", RecordType.A) { Flags = 0 });

        Assert.Equal("www.example. 300 A 192.0.2.1", known.Line);
        Assert.Equal(ResponseCode.Refused, unknown.Rcode);
    }

    [Fact, Rfc(8482, "4.4")]
    public void Any_is_sent_to_tcp_and_there_gets_one_set()
    {
        _handler.Store(CacheFixture.Address("www.example.", 300));
        _handler.Store(CacheFixture.Set("www.example.", 300, RecordType.Txt, [1, 65]));

        var udp = _handler.Ask("www.example.", RecordType.Any);
        _handler.Client = _handler.Client with { Transport = Transport.Tcp };
        var tcp = _handler.Ask("www.example.", RecordType.Any);

        Assert.True(udp.Header.IsTruncated);
        Assert.Empty(udp.Answer);
        Assert.Equal("www.example. 300 A 192.0.2.1", tcp.Line);
    }

    [Theory]
    [InlineData("0", ResponseCode.FormErr)]
    [InlineData("41", ResponseCode.FormErr)]
    [InlineData("128", ResponseCode.FormErr)]
    [InlineData("249", ResponseCode.FormErr)]
    [InlineData("251", ResponseCode.Refused)]
    [InlineData("252", ResponseCode.Refused)]
    [InlineData("253", ResponseCode.NotImp)]
    public void Types_that_cannot_be_asked_for_are_turned_away(string type, ResponseCode rcode)
    {
        var number = (RecordType)ushort.Parse(type, CultureInfo.InvariantCulture);

        Assert.Equal(rcode, _handler.Ask("www.example.", number).Rcode);
    }

    [Fact, Rfc(9824, "3.5")]
    public void Nxname_as_a_question_gets_its_extended_error()
    {
        var response = _handler.Ask(new PacketBuilder("www.example.", RecordType.Nxname) { Edns = 1232 });

        Assert.Equal(ExtendedErrorCode.InvalidQueryType, response.Error);
    }

    [Theory]
    [InlineData(RecordClass.Hesiod)]
    [InlineData(RecordClass.None)]
    [InlineData(RecordClass.Any)]
    public void Other_classes_are_refused(RecordClass recordClass) =>
        Assert.Equal(
            ResponseCode.Refused,
            _handler.Ask(new PacketBuilder("www.example.", RecordType.A) { Class = recordClass }).Rcode);

    [Theory, Rfc(4892, "3")]
    [InlineData("version.bind.", "resolverd")]
    [InlineData("VERSION.server.", "resolverd")]
    [InlineData("id.server.", "ns7")]
    public void The_server_tells_who_it_is_only_if_the_operator_wants_it(string name, string expected)
    {
        var open = new HandlerFixture(new HandlerSettings { Identity = new ServerIdentity("resolverd", "ns7") });
        var packet = new PacketBuilder(name, RecordType.Txt) { Class = RecordClass.Chaos };

        var hidden = _handler.Ask(packet);
        var told = open.Ask(packet);

        Assert.Equal(ResponseCode.Refused, hidden.Rcode);
        Assert.Equal($"{name} 0 TXT ({expected.Length + 1})", told.Line);
    }
}
