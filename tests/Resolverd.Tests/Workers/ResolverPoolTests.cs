using Resolver;
using Resolver.Queries;
using Resolverd.Tests.Rig;
using Resolverd.Workers;

namespace Resolverd.Tests.Workers;

public sealed class ResolverPoolTests
{
    [Fact]
    public async Task Stopping_waits_for_what_is_under_way()
    {
        var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var rig = new ListenerRig(async (_, _, _) =>
        {
            await waiting.Task;
            return 12;
        });
        var reply = new ReplyCatcher();
        Assert.True(rig.Pool.TryPost(Pending("a.test."), reply));

        var stopped = rig.Pool.StopAsync(CancellationToken.None);
        Assert.False(stopped.IsCompleted);
        waiting.SetResult();

        await stopped.Soon();
        Assert.Equal(12, (await reply.Outcome.Soon())!.Length);
    }

    [Fact]
    public async Task Stopping_cancels_what_does_not_end_in_time()
    {
        using var rig = new ListenerRig(async (_, _, token) =>
        {
            await new TaskCompletionSource().Task.WaitAsync(token);
            return 12;
        });
        var reply = new ReplyCatcher();
        Assert.True(rig.Pool.TryPost(Pending("a.test."), reply));
        using var now = new CancellationTokenSource();

        var stopped = rig.Pool.StopAsync(now.Token);
        await now.CancelAsync();

        await stopped.Soon();
        Assert.Null(await reply.Outcome.Soon());
        Assert.Equal(0, rig.Faults.Count);
    }

    [Fact]
    public async Task Nothing_is_taken_in_once_it_stops()
    {
        using var rig = new ListenerRig(ListenerRig.FailAsync);
        await rig.Pool.StopAsync(CancellationToken.None).Soon();

        Assert.False(rig.Pool.TryPost(Pending("a.test."), ReplyPath.None));

        Assert.Equal(0, rig.Pool.Outstanding);
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public async Task A_home_takes_as_many_queries_as_its_limit(int query, bool isTaken)
    {
        var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var rig = new ListenerRig(
            async (_, _, _) =>
            {
                await waiting.Task;
                return 0;
            },
            workers: 1, limit: 3);
        for (var i = 1; i < query; i++)
            Assert.True(rig.Pool.TryPost(Pending("a.test."), ReplyPath.None));

        Assert.Equal(isTaken, rig.Pool.TryPost(Pending("b.test."), ReplyPath.None));

        waiting.SetResult();
        await rig.Pool.StopAsync(CancellationToken.None).Soon();
        Assert.Equal(0, rig.Pool.Outstanding);
    }

    [Fact]
    public async Task A_completion_that_writes_nothing_sends_nothing()
    {
        using var rig = new ListenerRig((_, _, _) => ValueTask.FromResult(0));
        var reply = new ReplyCatcher();

        Assert.True(rig.Pool.TryPost(Pending("a.test."), reply));

        Assert.Null(await reply.Outcome.Soon());
    }

    private static PendingQuery Pending(string name)
    {
        var request = new ClientRequest
        {
            Packet = Ask.Query(name),
            Client = new(Ask.Loopback.Host, 5353, Transport.Udp),
            Response = new byte[512],
        };
        return ListenerRig.NewHandler()(request, new RealClock().Now).Work!;
    }

    private sealed class ReplyCatcher : ReplyPath
    {
        private readonly TaskCompletionSource<byte[]?> _outcome =
            new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<byte[]?> Outcome => _outcome.Task;

        public override int MaxLength => 512;

        public override void Send(ReadOnlySpan<byte> response) => _outcome.SetResult(response.ToArray());

        public override void Abandon() => _outcome.SetResult(null);
    }
}
