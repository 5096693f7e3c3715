using StubCheck.Canned;

namespace StubCheck.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("127.0.0.1 www.test", "127.0.0.1:53")]
    [InlineData("127.0.0.1:5353 www.test", "127.0.0.1:5353")]
    [InlineData("::1 www.test", "[::1]:53")]
    [InlineData("[::1]:5353 www.test a.test --json", "[::1]:5353")]
    public void A_server_has_port_53_unless_another_is_named(string arguments, string server) =>
        Assert.Equal(server, CommandLine.Parse(arguments.Split(' '))!.Address!.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("127.0.0.1")]
    [InlineData("not-an-address www.test")]
    [InlineData("127.0.0.1 www..test")]
    [InlineData("127.0.0.1 www.test --types A,NONE")]
    [InlineData("127.0.0.1 www.test --patience soon")]
    [InlineData("127.0.0.1 www.test --odd")]
    [InlineData("--responder 127.0.0.1:5353 --fault Unheard")]
    [InlineData("--responder")]
    public void What_makes_no_sense_is_refused(string arguments) =>
        Assert.Null(CommandLine.Parse(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Theory]
    [InlineData("127.0.0.1 www.test", null)]
    [InlineData("--responder 127.0.0.1:5353", Fault.None)]
    [InlineData("--responder 127.0.0.1:5353 --fault trailingoctets", Fault.TrailingOctets)]
    [InlineData("--misorder-responder 127.0.0.1:5353", Fault.DataBeforeAliases)]
    public void The_responder_has_the_fault_named(string arguments, Fault? fault) =>
        Assert.Equal(fault, CommandLine.Parse(arguments.Split(' '))!.Responds);
}
