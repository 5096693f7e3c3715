using System.Net.Sockets;
using Dns;
using Dns.Edns;
using Dns.Wire;
using Resolver;
using Resolverd.Listeners.Tcp;
using Resolverd.Tests.Rig;

namespace Resolverd.Tests.Listeners;

public sealed class StreamListenerTests
{
    private readonly TaskCompletionSource _found = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public async Task A_query_is_answered_and_the_connection_stays(string address)
    {
        using var rig = new StreamRig(address: address);
        using var client = await rig.ConnectAsync();

        for (ushort id = 1; id <= 3; id++)
        {
            await client.SendAsync(Ask.Query("www.hit.test.", id: id));
            Assert.Equal($"{id} NoError 1", Ask.Summary(await client.ReceiveAsync()));
        }

        Assert.Equal(1, rig.Table.Ends.Accepted);
    }

    [Fact, Rfc(7766, "6.2.1.1")]
    public async Task A_slow_query_does_not_hold_up_the_one_behind_it()
    {
        using var rig = new StreamRig(complete: WhenFoundAsync);
        using var client = await rig.ConnectAsync();
        await client.SendAsync(Ask.Query("slow.test.", id: 1), Ask.Query("www.hit.test.", id: 2));

        Assert.Equal("2 NoError 1", Ask.Summary(await client.ReceiveAsync()));
        _found.SetResult();
        Assert.Equal("1 ServFail 0", Ask.Summary(await client.ReceiveAsync()));
    }

    [Fact]
    public async Task A_query_may_come_octet_by_octet()
    {
        using var rig = new StreamRig();
        using var client = await rig.ConnectAsync();

        foreach (var octet in StreamClient.Framed(Ask.Query("www.hit.test.", id: 7)))
            await client.SendRawAsync([octet]);

        Assert.Equal("7 NoError 1", Ask.Summary(await client.ReceiveAsync()));
    }

    [Fact]
    public async Task Many_queries_may_come_at_once()
    {
        using var rig = new StreamRig();
        using var client = await rig.ConnectAsync();
        var queries = Enumerable.Range(0, 2000).Select(id => Ask.Query("www.hit.test.", id: (ushort)id)).ToArray();

        await client.SendAsync(queries);

        for (var id = 0; id < queries.Length; id++)
            Assert.Equal($"{id} NoError 1", Ask.Summary(await client.ReceiveAsync()));
    }

    [Fact]
    public async Task Long_answers_flow_without_a_stall()
    {
        using var rig = new StreamRig();
        using var client = await rig.ConnectAsync();
        var queries = Enumerable.Range(0, 100).Select(id => Ask.Query("big.hit.test.", RecordType.Txt, (ushort)id));
        var sending = client.SendAsync([.. queries]);

        for (var id = 0; id < 100; id++)
        {
            var answer = await client.ReceiveAsync();
            Assert.Equal($"{id} NoError 240", Ask.Summary(answer));
            Assert.InRange(answer.Length, 60_000, 65_535);
        }

        await sending;
        client.Dispose();
        await rig.Table.DrainAsync(CancellationToken.None).Soon();
        Assert.Equal(0, rig.Table.Unsent.Octets);
    }

    [Fact, Rfc(7828, "3.3.2")]
    public async Task Who_asks_is_told_how_long_a_connection_may_be_idle()
    {
        using var rig = new StreamRig(new() { IdleTimeout = TimeSpan.FromSeconds(12) });
        using var client = await rig.ConnectAsync();

        await client.SendAsync(WithKeepalive());

        Assert.Equal((ushort)120, KeepaliveOf(await client.ReceiveAsync()));
    }

    [Fact]
    public async Task Nobody_is_told_if_it_is_switched_off()
    {
        using var rig = new StreamRig(new() { SendsKeepalive = false });
        using var client = await rig.ConnectAsync();

        await client.SendAsync(WithKeepalive());

        Assert.Null(KeepaliveOf(await client.ReceiveAsync()));
    }

    [Fact]
    public async Task A_client_that_ends_its_side_still_gets_its_answers_and_then_the_end()
    {
        using var rig = new StreamRig(complete: WhenFoundAsync);
        using var client = await rig.ConnectAsync();
        await client.SendAsync(Ask.Query("slow.test.", id: 1));
        client.Socket.Shutdown(SocketShutdown.Send);
        _found.SetResult();

        Assert.Equal("1 ServFail 0", Ask.Summary(await client.ReceiveAsync()));
        await client.EndAsync();
    }

    [Fact]
    public async Task As_many_queries_are_worked_on_as_the_limit_says()
    {
        var started = 0;
        using var rig = new StreamRig(new() { MaxPipelined = 2 }, async (query, response, token) =>
        {
            Interlocked.Increment(ref started);
            await WhenFoundAsync(query, response, token);
            return await ListenerRig.FailAsync(query, response, token);
        });
        using var client = await rig.ConnectAsync();
        await client.SendAsync(
            Ask.Query("www.hit.test.", id: 1), Ask.Query("a.test.", id: 2), Ask.Query("b.test.", id: 3),
            Ask.Query("www.hit.test.", id: 4));
        Assert.Equal("1 NoError 1", Ask.Summary(await client.ReceiveAsync()));

        // The fourth could be answered at once, but stands behind two that are worked on.
        var next = client.ReceiveAsync();
        Assert.False(next.IsCompleted);
        _found.SetResult();

        List<string> rest = [Ask.Summary(await next), Ask.Summary(await client.ReceiveAsync())];
        rest.Add(Ask.Summary(await client.ReceiveAsync()));
        Assert.Equal(["2 ServFail 0", "3 ServFail 0", "4 NoError 1"], rest.Order());
        Assert.Equal(2, started);
    }

    [Theory]
    [InlineData("0000")]
    [InlineData("000B 0000000000000000000000")]
    [InlineData("000C 000080000000000000000000")]
    [InlineData("4001")]
    public async Task What_is_no_query_ends_the_connection(string hex)
    {
        using var rig = new StreamRig();
        using var client = await rig.ConnectAsync();

        await client.SendRawAsync(Convert.FromHexString(hex.Replace(" ", "")));

        await client.EndAsync();
    }

    [Theory]
    [InlineData(StreamOptions.MaxQueryLength, true)]
    [InlineData(StreamOptions.MaxQueryLength + 1, false)]
    public async Task A_query_has_a_greatest_length(int length, bool isAnswered)
    {
        using var rig = new StreamRig();
        using var client = await rig.ConnectAsync();
        var query = Ask.Query("www.hit.test.", id: 3);

        await client.SendRawAsync([(byte)(length >> 8), (byte)length, .. query, .. new byte[length - query.Length]]);

        if (isAnswered)
            Assert.Equal("3 FormErr 0", Ask.Summary(await client.ReceiveAsync()));
        else
            await client.EndAsync();
    }

    [Fact]
    public async Task A_handler_that_fails_ends_one_connection_and_not_the_listener()
    {
        using var rig = new StreamRig();
        var real = ListenerRig.NewHandler();
        rig.Base.Services.Handlers.Replace(() => (in request, in now) =>
            request.Packet[0] == 0xff ? throw new InvariantException("no") : real(request, now));
        using var broken = await rig.ConnectAsync();
        using var client = await rig.ConnectAsync();
        await broken.SendAsync(Ask.Query("www.hit.test.", id: 0xff00));

        await broken.EndAsync();
        await client.SendAsync(Ask.Query("www.hit.test.", id: 6));

        Assert.Equal("6 NoError 1", Ask.Summary(await client.ReceiveAsync()));
        client.Dispose();
        await rig.Table.DrainAsync(CancellationToken.None).Soon();
        Assert.Equal(1, rig.Base.Faults.Count);
    }

    private async ValueTask<int> WhenFoundAsync(PendingQuery query, Memory<byte> response, CancellationToken token)
    {
        await _found.Task;
        return await ListenerRig.FailAsync(query, response, token);
    }

    private static byte[] WithKeepalive()
    {
        var options = new EdnsOptionWriter(new byte[64]);
        options.TryWriteEmpty(EdnsOptionCode.TcpKeepalive);
        var buffer = new byte[512];
        var writer = new MessageWriter(buffer);
        writer.TryWriteQuestion(DomainName.Parse("www.hit.test.").Wire, RecordType.A, RecordClass.In);
        writer.TryWriteOpt(new(1232, 0, 0, 0), options.Written);
        return buffer[..writer.Finish(1, MessageHeader.RecursionDesiredBit)];
    }

    private static ushort? KeepaliveOf(byte[] response)
    {
        Assert.True(MessageReader.TryStart(response, out var reader));
        while (reader.TryReadRecord(out var record))
        {
            if (record.Type == RecordType.Opt && EdnsOptions.TryParse(record.Rdata, out var options)
                && options.TryFind(EdnsOptionCode.TcpKeepalive, out var content))
                return (ushort)(content[0] << 8 | content[1]);
        }
        return null;
    }
}
