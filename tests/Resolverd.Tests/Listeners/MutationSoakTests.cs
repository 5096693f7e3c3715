using System.Globalization;
using System.Net.Sockets;
using Dns;
using Resolver;
using Resolver.Answers;
using Resolver.Ports;
using Resolverd.Listeners.Udp;
using Resolverd.Tests.Rig;

namespace Resolverd.Tests.Listeners;

/// <summary>
/// Random damage sent to both listeners. RESOLVERD_MUTATIONS says how many messages each gets where a few thousand are
/// not enough.
/// </summary>
public sealed class MutationSoakTests
{
    private const int Few = 3000;
    private const int BetweenChecks = 100;

    // What an hour of rubbish may leave behind: buffers of connections that ended just now, and nothing that grows.
    private const long MaxGrowth = 32L << 20;

    private static readonly List<byte[]> Originals =
        [.. PacketCorpus.HandMade().Select(one => one.Message).Where(one => one.Length is >= 12 and < 4096)];

    private static int Count =>
        int.Parse(Environment.GetEnvironmentVariable("RESOLVERD_MUTATIONS") ?? $"{Few}", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Datagrams_of_any_kind_leave_the_listener_answering()
    {
        using var rig = new ListenerRig(EmptyAsync);
        using var listener = UdpListener.Bind(Ask.Loopback, new(), rig.Services);
        listener.Start();
        using var socket = Ask.Connect(listener.Address);
        var mutator = new PacketMutator(Originals, seed: 2);
        await StaysFlatAsync(async () =>
        {
            for (var i = 0; i < BetweenChecks; i++)
                await socket.SendAsync(mutator.Next());
            await AnswersAsync(socket);
        });

        Assert.Equal(0, rig.Faults.Count);
        Assert.Equal(0, rig.Pool.Outstanding);
    }

    [Fact]
    public async Task Streams_of_any_kind_leave_the_listener_answering()
    {
        using var rig = new StreamRig(new() { MaxConnectionsPerClient = 8 }, EmptyAsync);
        var mutator = new PacketMutator(Originals, seed: 3);
        await StaysFlatAsync(async () =>
        {
            using (var client = await rig.ConnectAsync())
                await SendAllAsync(client, mutator);
            await AnswersAsync(rig.Listener.Address);
        });

        Assert.Equal(0, rig.Base.Faults.Count);
        await rig.Table.DrainAsync(CancellationToken.None).Soon();
        Assert.Equal((0, 0L), (rig.Table.Count, rig.Table.Unsent.Octets));
    }

    private static async Task StaysFlatAsync(Func<Task> round)
    {
        await round();
        var before = GC.GetTotalMemory(forceFullCollection: true);

        for (var sent = BetweenChecks; sent < Count; sent += BetweenChecks)
            await round();

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, MaxGrowth);
    }

    /// <summary>Sends messages, now and then with a wrong length in front, until the listener has had enough.</summary>
    private static async Task SendAllAsync(StreamClient client, PacketMutator mutator)
    {
        try
        {
            for (var i = 0; i < BetweenChecks; i++)
            {
                var framed = StreamClient.Framed(mutator.Next());
                framed[1] += (byte)(i % 10 == 9 ? 1 : 0);
                await client.SendRawAsync(framed);
            }
        }
        catch (IOException)
        {
            // The listener ended the connection: it may.
        }
    }

    private static async Task AnswersAsync(Socket socket)
    {
        await socket.SendAsync(Ask.Query("www.hit.test.", id: 0xfffe));
        while (await Ask.ReceiveAsync(socket) is not [0xff, 0xfe, ..])
        {
            // Answers to what was sent before.
        }
    }

    private static async Task AnswersAsync(ServerAddress server)
    {
        using var client = await StreamClient.ConnectAsync(server);
        await client.SendAsync(Ask.Query("www.hit.test.", id: 4));
        Assert.Equal("4 NoError 1", Ask.Summary(await client.ReceiveAsync()));
    }

    private static ValueTask<int> EmptyAsync(PendingQuery query, Memory<byte> response, CancellationToken token) =>
        ValueTask.FromResult(RejectionEncoder.Encode(query.Packet, ResponseCode.NoError, null, response.Span));
}
