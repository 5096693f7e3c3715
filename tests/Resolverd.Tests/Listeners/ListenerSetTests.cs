using System.Net.Sockets;
using Resolver;
using Resolver.Ports;
using Resolverd.Listeners;
using Resolverd.Tests.Rig;

namespace Resolverd.Tests.Listeners;

public sealed class ListenerSetTests
{
    private readonly TaskCompletionSource _found = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static RefusedAddress Rethrow => (_, _, error) => throw error;

    [Fact]
    public async Task All_addresses_are_served_and_named_in_the_log()
    {
        using var rig = new ListenerRig(ListenerRig.FailAsync);
        using var set = Start(rig);
        using var client = await StreamClient.ConnectAsync(set.Tcp[0].Address);
        await client.SendAsync(Ask.Query("www.hit.test.", id: 2));

        Assert.Equal("1 NoError 1", Ask.Summary(
            await Ask.UdpAsync(set.Udp[0].Address, Ask.Query("www.hit.test.", id: 1))));
        Assert.Equal("2 NoError 1", Ask.Summary(await client.ReceiveAsync()));
        Assert.Equal(2, rig.Log.Lines.Count(line => line.StartsWith("1200 listening on", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Stopping_sends_every_answer_that_is_due()
    {
        using var rig = new ListenerRig(WhenFoundAsync);
        using var set = Start(rig);
        using var tcp = await StreamClient.ConnectAsync(set.Tcp[0].Address);
        using var udp = Ask.Connect(set.Udp[0].Address);
        await tcp.SendAsync(Ask.Query("a.test.", id: 1), Ask.Query("www.hit.test.", id: 2));
        await udp.SendAsync(Ask.Query("a.test.", id: 3));
        await udp.SendAsync(Ask.Query("www.hit.test.", id: 4));
        await tcp.ReceiveAsync();
        await Ask.ReceiveAsync(udp);

        var stopped = set.StopAsync(CancellationToken.None);
        Assert.False(stopped.IsCompleted);
        _found.SetResult();

        Assert.Equal("1 ServFail 0", Ask.Summary(await tcp.ReceiveAsync()));
        Assert.Equal("3 ServFail 0", Ask.Summary(await Ask.ReceiveAsync(udp)));
        await tcp.EndAsync();
        tcp.Dispose();
        await stopped.Soon();
    }

    [Fact]
    public async Task Stopping_does_not_wait_longer_than_it_may()
    {
        using var rig = new ListenerRig(async (_, _, token) =>
        {
            await _found.Task.WaitAsync(token);
            return 0;
        });
        using var set = Start(rig);
        using var tcp = await StreamClient.ConnectAsync(set.Tcp[0].Address);
        await tcp.SendAsync(Ask.Query("a.test.", id: 1), Ask.Query("www.hit.test.", id: 2));
        await tcp.ReceiveAsync();
        using var late = new CancellationTokenSource();

        var stopped = set.StopAsync(late.Token);
        await late.CancelAsync();

        await stopped.Soon();
        Assert.Equal(0, set.Connections.Count);
    }

    [Fact]
    public void If_one_address_cannot_be_had_none_is_kept()
    {
        using var rig = new ListenerRig(ListenerRig.FailAsync);
        using var first = ListenerSet.Bind(new() { Tcp = [Ask.Loopback] }, rig.Services, Rethrow);
        var taken = first.Tcp[0].Address;
        var other = new ServerAddress(HostAddress.Parse("127.0.0.2"), taken.Port);

        Assert.Throws<SocketException>(() => ListenerSet.Bind(new() { Tcp = [other, taken] }, rig.Services, Rethrow));

        using var again = ListenerSet.Bind(new() { Tcp = [other] }, rig.Services, Rethrow);
        Assert.Equal(other, again.Tcp[0].Address);
    }

    private static ListenerSet Start(ListenerRig rig)
    {
        var set = ListenerSet.Bind(new() { Udp = [Ask.Loopback], Tcp = [Ask.Loopback] }, rig.Services, Rethrow);
        set.Start();
        return set;
    }

    private async ValueTask<int> WhenFoundAsync(PendingQuery query, Memory<byte> response, CancellationToken token)
    {
        await _found.Task;
        return await ListenerRig.FailAsync(query, response, token);
    }
}
