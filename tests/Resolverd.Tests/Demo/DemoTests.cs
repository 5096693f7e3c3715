using System.Net.Sockets;
using Dns;
using Dns.Edns;
using Dns.Text;
using Resolverd.Commands;
using Resolverd.Demo;
using Resolverd.Demo.Telling;
using Resolverd.Tests.Rig;

namespace Resolverd.Tests.Demo;

/// <summary>The demo keeps what it prints.</summary>
public sealed class DemoTests
{
    [Fact]
    public async Task Every_question_is_answered_over_UDP_as_printed()
    {
        await using var demo = await RunningDemo.StartAsync();

        var answers = new List<string>();
        foreach (var question in DemoQuestions.All)
            answers.Add(Tell(await demo.AskUdpAsync(question.Name, question.Type)));

        Assert.Equal(DemoQuestions.All.Select(question => question.IsLarge ? "NOERROR, TC" : Tell(question)), answers);
    }

    [Fact]
    public async Task Every_question_is_answered_over_TCP_as_printed()
    {
        await using var demo = await RunningDemo.StartAsync();

        var answers = new List<string>();
        foreach (var question in DemoQuestions.All)
            answers.Add(Tell(await demo.AskTcpAsync(question.Name, question.Type)));

        Assert.Equal(DemoQuestions.All.Select(Tell), answers);
    }

    [Fact]
    public async Task The_guide_prints_every_question_with_its_expectation()
    {
        await using var demo = await RunningDemo.StartAsync();

        Assert.All(DemoQuestions.All, question =>
        {
            string[] lines =
            [
                $"  {question.CommandLine(demo.Resolver)}", $"      {question.Shows}", $"      → {question.Status}",
                .. question.Answer.Select(line => $"        {line}"),
            ];
            Assert.Contains(string.Join('\n', lines) + "\n", demo.Output);
        });
    }

    [Fact]
    public async Task The_path_of_a_query_names_the_servers_asked_and_later_the_cache()
    {
        await using var demo = await RunningDemo.StartAsync();

        await demo.AskUdpAsync("shop.example", RecordType.A);
        await demo.WaitForAsync("questions sent\n     shop.example. A 192.0.2.10\n     shop.example. A 192.0.2.11\n");
        await demo.AskUdpAsync("shop.example", RecordType.A);
        await demo.WaitForAsync("from the cache, no server asked\n     shop.example. A 192.0.2.10\n");

        Assert.Matches(
            @"ask shop\.example\. A to ns\.nic\.example\. \(127\.53\.1\.1:\d+\) over UDP  → referral to shop",
            demo.Output);
    }

    [Fact]
    public async Task An_address_that_is_taken_is_told_with_a_way_out()
    {
        await using var first = await RunningDemo.StartAsync();
        using var error = new StringWriter();

        var code = await new DemoSession(first.Resolver.ToString(), [])
            .RunAsync(TextWriter.Null, error, CancellationToken.None).Soon();

        Assert.Equal(ExitCode.CannotListen, code);
        Assert.Contains($"{first.Resolver}: another program listens there", error.ToString());
        Assert.Contains("resolverd demo --listen 127.0.0.1:5454", error.ToString());
    }

    [Fact]
    public async Task Two_demos_run_side_by_side()
    {
        await using var first = await RunningDemo.StartAsync();
        await using var second = await RunningDemo.StartAsync();

        var answer = await second.AskUdpAsync("shop.example", RecordType.A);

        Assert.Equal("NOERROR | shop.example. A 192.0.2.10 | shop.example. A 192.0.2.11", Tell(answer));
    }

    [Fact]
    public async Task A_stop_ends_all_of_it_and_frees_the_address()
    {
        await using var demo = await RunningDemo.StartAsync();

        var end = await demo.StopAsync();

        Assert.Equal((ExitCode.Ok, ""), end);
        Assert.EndsWith("The resolver and its miniature Internet have ended.\n", demo.Output);
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(demo.Resolver.ToEndPoint());
    }

    [Fact]
    public async Task A_wrong_setting_is_told_and_nothing_starts()
    {
        using var error = new StringWriter();

        var code = await new DemoSession("nowhere", []).RunAsync(TextWriter.Null, error, CancellationToken.None);

        Assert.Equal(ExitCode.Configuration, code);
        Assert.Contains("listen.udp", error.ToString());
    }

    private static string Tell(DemoQuestion question) =>
        string.Join(" | ", [Status(question.Code, question.Error), .. question.Answer]);

    private static string Tell(ResponseSummary response) => string.Join(
        " | ", [Status(response.Code, response.Error) + (response.IsTruncated ? ", TC" : ""), .. response.Answer]);

    private static string Status(ResponseCode code, ExtendedErrorCode? error) =>
        ResponseCodeText.Write(code) + (error is { } known ? $", {known}" : "");
}
