using Dns;
using Simulation.Messages;
using Simulation.Zones;
using Xunit;

namespace Simulation.Tests;

public sealed class AnswerOrderTests
{
    private const string Www = "www 300 CNAME web";
    private const string Web = "web 300 CNAME host";
    private const string Host = "host 300 A 192.0.2.1";
    private const string Host2 = "host 300 A 192.0.2.2";

    [Theory]
    [InlineData(Www, Web, Host)]
    [InlineData(Www, Web, Host, Host2)]
    [InlineData(Www)]
    [InlineData("example. 300 DNAME other.", "www 300 CNAME www.other.", "www.other. 60 A 192.0.2.1")]
    public void A_chain_in_order_is_right(params string[] records) =>
        Assert.Null(FaultOf("www", RecordType.A, records));

    [Theory]
    [InlineData(Host, Www, Web)]
    [InlineData(Web, Www, Host)]
    [InlineData(Www, Host)]
    [InlineData(Www, Web, Host, Host)]
    [InlineData(Www, Web, Host, "stranger 300 A 192.0.2.9")]
    [InlineData(Www, Web, Host, "host 60 A 192.0.2.2")]
    [InlineData(Www, "www 300 CNAME other", Web, Host)]
    [InlineData("example. 300 DNAME other.", "www.other. 60 A 192.0.2.1")]
    [InlineData("WWW 300 CNAME web", Web, Host)]
    public void Anything_else_is_a_fault(params string[] records) =>
        Assert.NotNull(FaultOf("www", RecordType.A, records));

    private static string? FaultOf(string name, RecordType type, string[] records)
    {
        var origin = DomainName.Parse("example.");
        var message = new WireMessage();
        message.Questions.Add(new(ZoneLine.Name(name, origin), type));
        message.Answers.AddRange(records.Select(record => ZoneLine.Read(record, origin, 300)));
        return AnswerOrder.FirstFault(message);
    }
}
