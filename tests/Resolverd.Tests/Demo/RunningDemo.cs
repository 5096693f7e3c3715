using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Dns;
using Dns.Wire;
using Resolver.Ports;
using Resolverd.Commands;
using Resolverd.Demo;
using Resolverd.Demo.Telling;
using Resolverd.Tests.Rig;

namespace Resolverd.Tests.Demo;

/// <summary>A demo inside the test, on a loopback address that nobody else has, and what it says.</summary>
internal sealed class RunningDemo : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly SignallingWriter _output = new();
    private readonly StringWriter _error = new();
    private readonly Task<ExitCode> _running;

    private RunningDemo(ServerAddress resolver, ImmutableArray<string> overrides)
    {
        Resolver = resolver;
        _running = new DemoSession(resolver.ToString(), overrides).RunAsync(_output, _error, _stop.Token);
    }

    /// <summary>Where the resolver listens.</summary>
    public ServerAddress Resolver { get; }

    /// <summary>All it has said so far.</summary>
    public string Output => _output.Text;

    /// <summary>Starts it and waits for the end of its guide.</summary>
    public static async Task<RunningDemo> StartAsync(params ImmutableArray<string> overrides)
    {
        var host = new IPAddress(
        [
            127, (byte)RandomNumberGenerator.GetInt32(64, 255), (byte)RandomNumberGenerator.GetInt32(256),
            (byte)RandomNumberGenerator.GetInt32(1, 255),
        ]);
        var demo = new RunningDemo(new(HostAddress.From(host), 5353), overrides);
        var ready = demo._output.WaitForAsync("The path of every query follows.");
        await Task.WhenAny(ready, demo._running).WaitAsync(Patience.Limit);
        Assert.True(ready.IsCompleted, demo._error.ToString());
        return demo;
    }

    /// <summary>Waits until it has said something.</summary>
    public Task WaitForAsync(string text) => _output.WaitForAsync(text).WaitAsync(Patience.Limit);

    /// <summary>Asks over UDP.</summary>
    public async Task<ResponseSummary> AskUdpAsync(string name, RecordType type) =>
        ResponseSummary.Of(Sound(await Ask.UdpAsync(Resolver, Ask.Query(name, type))));

    /// <summary>Asks over TCP.</summary>
    public async Task<ResponseSummary> AskTcpAsync(string name, RecordType type)
    {
        using var client = new TcpClient();
        using var deadline = new CancellationTokenSource(Patience.Limit);
        await client.ConnectAsync(Resolver.ToEndPoint(), deadline.Token);
        var query = Ask.Query(name, type);
        var stream = client.GetStream();
        await stream.WriteAsync((byte[])[0, (byte)query.Length, .. query], deadline.Token);
        var length = new byte[2];
        await stream.ReadExactlyAsync(length, deadline.Token);
        var response = new byte[BinaryPrimitives.ReadUInt16BigEndian(length)];
        await stream.ReadExactlyAsync(response, deadline.Token);
        return ResponseSummary.Of(Sound(response));
    }

    /// <summary>Ends it; its exit code and all it said about errors.</summary>
    public async Task<(ExitCode Code, string Error)> StopAsync()
    {
        await _stop.CancelAsync();
        return (await _running.WaitAsync(Patience.Limit), _error.ToString());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
        await _output.DisposeAsync();
        await _error.DisposeAsync();
    }

    private static byte[] Sound(byte[] response)
    {
        Assert.Equal(WireError.None, MessageCheck.FirstFault(response));
        return response;
    }
}
