using Dns;
using Dns.Text;
using Dns.Wire;
using Resolver.Queries;
using Resolverd.Demo.Servers;
using Resolverd.Demo.Zones;

namespace Resolverd.Tests.Demo;

/// <summary>The servers of the demo answer as authoritative servers do.</summary>
public sealed class AuthoritativeResponderTests
{
    [Theory]
    [InlineData("example", "shop.example A", "NoError answer authority:shop.example.NS additional:ns.shop.example.A")]
    [InlineData("example", "example A", "NoError aa answer authority:example.SOA additional")]
    [InlineData("example", "ns.example A", "NxDomain aa answer authority:example.SOA additional")]
    [InlineData("example", "nic.example A", "NoError aa answer authority:example.SOA additional")]
    [InlineData("example", "shop.example DS", "NoError aa answer authority:example.SOA additional")]
    [InlineData("example", "shop.lab A", "Refused answer authority additional")]
    [InlineData("lab", "www.glueless.lab A", "NoError answer authority:glueless.lab.NS additional")]
    [InlineData("wild.example", "a.b.wild.example A", "NoError aa answer:a.b.wild.example.A authority additional")]
    [InlineData("wild.example", "a.wild.example MX", "NoError aa answer authority:wild.example.SOA additional")]
    [InlineData("wild.example", "alias.wild.example A", "NoError aa answer authority:wild.example.SOA additional")]
    [InlineData("shop.example", "www.shop.example A", "NoError aa answer:www.shop.example.CNAME authority additional")]
    [InlineData("moved.lab", "www.moved.lab A",
        "NoError aa answer:moved.lab.DNAME,www.moved.lab.CNAME authority additional")]
    [InlineData("loop.demo", "a.loop.demo CNAME", "NoError aa answer:a.loop.demo.CNAME authority additional")]
    [InlineData("home.demo", "www.home.demo ANY", "NotImp answer authority additional")]
    [Rfc(1034, "4.3.2"), Rfc(4592, "2.2.2"), Rfc(4592, "3.3.1"), Rfc(6672, "3.2")]
    public void A_question_is_answered_from_the_zone(string zone, string question, string expected) =>
        Assert.Equal(expected, Ask(zone, question, Transport.Udp));

    [Fact]
    public void A_set_that_does_not_fit_into_a_datagram_comes_over_TCP()
    {
        Assert.Equal("NoError aa tc answer authority additional", Ask("big.lab", "big.lab TXT", Transport.Udp));
        Assert.Equal(
            "NoError aa answer:" + string.Join(',', Enumerable.Repeat("big.lab.TXT", 20)) + " authority additional",
            Ask("big.lab", "big.lab TXT", Transport.Tcp));
    }

    [Fact]
    public void A_response_is_not_answered()
    {
        var packet = Rig.Ask.Query("www.home.demo");
        packet[2] |= 0x80;

        Assert.Equal(0, Serving("home.demo").Respond(packet, Transport.Udp, new byte[512]));
    }

    private static string Ask(string zone, string question, Transport transport)
    {
        var words = question.Split(' ');
        RecordTypeText.TryRead(words[1].AsSpan(), out var type);
        var response = new byte[ushort.MaxValue];
        var length = Serving(zone).Respond(Rig.Ask.Query(words[0], type), transport, response);
        return Describe(response.AsSpan(0, length));
    }

    private static AuthoritativeResponder Serving(string zone) =>
        new([DemoZones.Load().Single(candidate => candidate.Apex.Equals(DomainName.Parse(zone)))]);

    private static string Describe(ReadOnlySpan<byte> response)
    {
        Assert.Equal(WireError.None, MessageCheck.FirstFault(response));
        MessageReader.TryStart(response, out var reader);
        var sections = new[] { new List<string>(), [], [] };
        while (reader.TryReadRecord(out var record))
        {
            if (record.Type != RecordType.Opt)
                sections[(int)record.Section].Add($"{record.Owner.ToString()}{RecordTypeText.Write(record.Type)}");
        }
        var header = reader.Header;
        string[] words =
        [
            $"{header.ResponseCode}", header.IsAuthoritative ? "aa" : "", header.IsTruncated ? "tc" : "",
            Named("answer", sections[0]), Named("authority", sections[1]), Named("additional", sections[2]),
        ];
        return string.Join(' ', words.Where(word => word.Length > 0));
    }

    private static string Named(string section, List<string> records) =>
        records.Count == 0 ? section : $"{section}:{string.Join(',', records)}";
}
