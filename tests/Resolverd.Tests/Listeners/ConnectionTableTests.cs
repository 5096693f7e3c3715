using Resolver;
using Resolverd.Listeners.Tcp;
using Resolverd.Tests.Rig;

namespace Resolverd.Tests.Listeners;

public sealed class ConnectionTableTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly TaskCompletionSource _found = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task A_new_connection_takes_the_place_of_the_one_idle_longest()
    {
        using var rig = new StreamRig(new() { MaxConnections = 2 });
        using var first = await ServedAsync(rig);
        rig.Clock.Pass(Second);
        using var second = await ServedAsync(rig);
        rig.Clock.Pass(Second);
        await AnswersAsync(rig, first);
        rig.Clock.Pass(Second);

        using var third = await ServedAsync(rig);

        await second.EndAsync();
        await AnswersAsync(rig, first);
        Assert.Equal((2, 1L, 0L), (rig.Table.Count, rig.Table.Ends.Evicted, rig.Table.Ends.Refused));
    }

    [Fact]
    public async Task A_client_at_its_limit_loses_its_own_connection()
    {
        using var rig = new StreamRig(new() { MaxConnectionsPerClient = 1 });
        using var first = await ServedAsync(rig);

        using var second = await ServedAsync(rig);

        await first.EndAsync();
        Assert.Equal((1, 1L), (rig.Table.Count, rig.Table.Ends.Evicted));
    }

    [Fact]
    public async Task A_connection_that_works_is_not_cut_for_a_new_one()
    {
        using var rig = new StreamRig(new() { MaxConnections = 1 }, WhenFoundAsync);
        using var busy = await ServedAsync(rig);
        await busy.SendAsync(Ask.Query("slow.test.", id: 1), Ask.Query("www.hit.test.", id: 2));
        Assert.Equal("2 NoError 1", Ask.Summary(await busy.ReceiveAsync()));

        using var other = await rig.ConnectAsync();

        await other.EndAsync();
        _found.SetResult();
        Assert.Equal("1 ServFail 0", Ask.Summary(await busy.ReceiveAsync()));
        Assert.Equal((0L, 1L), (rig.Table.Ends.Evicted, rig.Table.Ends.Refused));
    }

    [Theory, Rfc(7766, "6.2.3")]
    [InlineData(0, 20.0)]
    [InlineData(2, 20.0)]
    [InlineData(3, 11.0)]
    [InlineData(4, 2.0)]
    public async Task The_idle_time_shrinks_as_connections_fill_up(int connections, double seconds)
    {
        using var rig = new StreamRig(new() { MaxConnections = 4 });
        var clients = new List<StreamClient>();
        for (var i = 0; i < connections; i++)
            clients.Add(await ServedAsync(rig));

        Assert.Equal(seconds, rig.Table.IdleTimeout.TotalSeconds);

        clients.ForEach(client => client.Dispose());
    }

    [Theory]
    [InlineData(20.0, false)]
    [InlineData(20.1, true)]
    public async Task A_connection_idle_for_too_long_is_ended(double seconds, bool isEnded)
    {
        using var rig = new StreamRig();
        using var client = await ServedAsync(rig);
        rig.Clock.Pass(TimeSpan.FromSeconds(seconds));

        rig.Table.Sweep();

        if (isEnded)
            await client.EndAsync();
        else
            await AnswersAsync(rig, client);
        Assert.Equal(isEnded ? 1 : 0, rig.Table.Ends.Idle);
    }

    [Fact]
    public async Task A_connection_that_works_is_not_idle()
    {
        using var rig = new StreamRig(complete: WhenFoundAsync);
        using var client = await ServedAsync(rig);
        await client.SendAsync(Ask.Query("slow.test.", id: 1), Ask.Query("www.hit.test.", id: 2));
        await client.ReceiveAsync();
        await SentAsync(rig);
        rig.Clock.Pass(30 * Second);

        rig.Table.Sweep();
        _found.SetResult();

        Assert.Equal("1 ServFail 0", Ask.Summary(await client.ReceiveAsync()));
    }

    [Fact]
    public async Task Half_a_query_keeps_no_connection_alive()
    {
        using var rig = new StreamRig();
        using var client = await ServedAsync(rig);
        rig.Clock.Pass(15 * Second);
        await client.SendRawAsync([0, 40, 1, 2, 3]);
        rig.Clock.Pass(6 * Second);

        rig.Table.Sweep();

        await client.EndAsync();
    }

    [Fact]
    public async Task A_client_that_does_not_read_is_cut_off_when_its_time_is_up()
    {
        using var rig = new StreamRig();
        using var client = await ServedAsync(rig);
        await OverfillAsync(rig, client);
        rig.Clock.Pass(4 * Second);
        rig.Table.Sweep();
        Assert.Equal(0, rig.Table.Ends.CutOff);
        rig.Clock.Pass(2 * Second);

        rig.Table.Sweep();

        Assert.Equal(1, rig.Table.Ends.CutOff);
        await rig.Table.DrainAsync(CancellationToken.None).Soon();
        Assert.Equal((0, 0L), (rig.Table.Count, rig.Table.Unsent.Octets));
    }

    [Fact]
    public async Task A_client_that_does_not_read_is_not_read_from_either()
    {
        using var rig = new StreamRig();
        using var client = await ServedAsync(rig);

        await OverfillAsync(rig, client);

        Assert.InRange(rig.Table.Unsent.Octets, 1, StreamOptions.MaxUnsentBeforeReading + 2 * ushort.MaxValue);
    }

    [Fact]
    public async Task Draining_answers_what_was_asked_and_ends_every_connection()
    {
        using var rig = new StreamRig(complete: WhenFoundAsync);
        using var busy = await ServedAsync(rig);
        using var idle = await ServedAsync(rig);
        await busy.SendAsync(Ask.Query("slow.test.", id: 1), Ask.Query("www.hit.test.", id: 2));
        await busy.ReceiveAsync();
        await rig.Listener.StopAsync().Soon();

        var drained = rig.Table.DrainAsync(CancellationToken.None);
        await idle.EndAsync();
        Assert.False(drained.IsCompleted);
        _found.SetResult();

        Assert.Equal("1 ServFail 0", Ask.Summary(await busy.ReceiveAsync()));
        await busy.EndAsync();
        idle.Dispose();
        busy.Dispose();
        await drained.Soon();
        Assert.Equal(0, rig.Table.Count);
    }

    [Fact]
    public async Task Draining_does_not_wait_longer_than_it_may()
    {
        using var rig = new StreamRig(complete: WhenFoundAsync);
        using var busy = await ServedAsync(rig);
        await busy.SendAsync(Ask.Query("slow.test.", id: 1), Ask.Query("www.hit.test.", id: 2));
        await busy.ReceiveAsync();
        using var late = new CancellationTokenSource();
        var drained = rig.Table.DrainAsync(late.Token);

        await late.CancelAsync();
        _found.SetResult();

        await drained.Soon();
        Assert.Equal(0, rig.Table.Count);
    }

    private static async Task<StreamClient> ServedAsync(StreamRig rig)
    {
        var client = await rig.ConnectAsync();
        await AnswersAsync(rig, client);
        return client;
    }

    private static async Task AnswersAsync(StreamRig rig, StreamClient client)
    {
        await client.SendAsync(Ask.Query("www.hit.test.", id: 9));
        Assert.Equal("9 NoError 1", Ask.Summary(await client.ReceiveAsync()));
        await SentAsync(rig);
    }

    /// <summary>Waits until the listener too knows that all has been sent, before a test moves the clock.</summary>
    private static async Task SentAsync(StreamRig rig)
    {
        while (rig.Table.Unsent.Octets > 0)
            await Task.Yield();
    }

    /// <summary>Asks for long answers and reads none, until the listener no longer reads either.</summary>
    private static async Task OverfillAsync(StreamRig rig, StreamClient client)
    {
        client.Socket.ReceiveBufferSize = 4096;
        var query = StreamClient.Framed(Ask.Query("big.hit.test.", Dns.RecordType.Txt));
        using var enough = new CancellationTokenSource(Patience.Limit);
        // What is unsent is much only for a moment while the system still takes it.
        for (var full = 0; full < 2000; full++)
        {
            if (rig.Table.Unsent.Octets <= StreamOptions.MaxUnsentBeforeReading)
            {
                full = 0;
                await client.Socket.SendAsync(query, enough.Token);
            }
            await Task.Yield();
        }
    }

    private async ValueTask<int> WhenFoundAsync(PendingQuery query, Memory<byte> response, CancellationToken token)
    {
        await _found.Task;
        return await ListenerRig.FailAsync(query, response, token);
    }
}
