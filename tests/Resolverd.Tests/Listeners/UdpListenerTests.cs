using System.Collections.Concurrent;
using System.Net.Sockets;
using Dns;
using Resolver;
using Resolver.Ports;
using Resolverd.Listeners.Udp;
using Resolverd.Tests.Rig;

namespace Resolverd.Tests.Listeners;

public sealed class UdpListenerTests
{
    private static readonly DatagramOptions TwoSockets = new() { SocketsPerAddress = 2 };

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.3.2.1")]
    [InlineData("::1")]
    public async Task What_is_known_is_answered_from_the_address_asked(string address)
    {
        using var rig = new ListenerRig(ListenerRig.FailAsync);
        using var listener = Start(rig, new(HostAddress.Parse(address), 0));

        var response = await Ask.UdpAsync(listener.Address, Ask.Query("www.hit.test.", id: 77));

        Assert.Equal("77 NoError 1", Ask.Summary(response));
    }

    [Fact]
    public async Task What_is_not_known_is_answered_once_it_is_found()
    {
        var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var rig = new ListenerRig(async (query, response, token) =>
        {
            await waiting.Task;
            return await ListenerRig.FailAsync(query, response, token);
        });
        using var listener = Start(rig, Ask.Loopback);
        using var socket = Ask.Connect(listener.Address);
        await socket.SendAsync(Ask.Query("miss.test.", id: 1));
        await socket.SendAsync(Ask.Query("www.hit.test.", id: 2));

        Assert.Equal("2 NoError 1", Ask.Summary(await Ask.ReceiveAsync(socket)));
        waiting.SetResult();
        Assert.Equal("1 ServFail 0", Ask.Summary(await Ask.ReceiveAsync(socket)));
    }

    [Fact]
    public async Task Equal_questions_have_one_home_whatever_socket_they_came_to()
    {
        var threads = new ConcurrentBag<int>();
        using var rig = new ListenerRig(
            (query, response, token) =>
            {
                threads.Add(Environment.CurrentManagedThreadId);
                return ListenerRig.FailAsync(query, response, token);
            },
            workers: 4);
        using var listener = Start(rig, Ask.Loopback);

        for (ushort i = 0; i < 40; i++)
            await Ask.UdpAsync(listener.Address, Ask.Query(i % 2 == 0 ? "one.test." : "ONE.test.", id: i));

        Assert.Equal(40, threads.Count);
        Assert.Single(threads.Distinct());
    }

    [Fact]
    public async Task A_query_whose_work_fails_is_answered_with_servfail_and_others_go_on()
    {
        using var rig = new ListenerRig((_, _, _) => throw new InvariantException("no"));
        using var listener = Start(rig, Ask.Loopback);

        Assert.Equal("5 ServFail 0", Ask.Summary(
            await Ask.UdpAsync(listener.Address, Ask.Query("miss.test.", id: 5))));
        Assert.Equal("6 NoError 1", Ask.Summary(
            await Ask.UdpAsync(listener.Address, Ask.Query("www.hit.test.", id: 6))));
        Assert.Equal(1, rig.Faults.Count);
    }

    [Fact]
    public async Task A_handler_that_fails_loses_one_packet_and_not_the_listener()
    {
        using var rig = new ListenerRig(ListenerRig.FailAsync);
        var real = ListenerRig.NewHandler();
        rig.Services.Handlers.Replace(() => (in request, in now) =>
            request.Packet[0] == 0xff ? throw new InvariantException("no") : real(request, now));
        using var listener = Start(rig, Ask.Loopback, new());
        using var socket = Ask.Connect(listener.Address);
        await socket.SendAsync(Ask.Query("www.hit.test.", id: 0xff00));

        await socket.SendAsync(Ask.Query("www.hit.test.", id: 6));

        Assert.Equal("6 NoError 1", Ask.Summary(await Ask.ReceiveAsync(socket)));
        Assert.Equal(1, rig.Faults.Count);
    }

    [Fact]
    public async Task Too_many_queries_at_a_time_are_refused_and_not_kept()
    {
        var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var rig = new ListenerRig(
            async (query, response, token) =>
            {
                await waiting.Task;
                return await ListenerRig.FailAsync(query, response, token);
            },
            workers: 1, limit: 1);
        using var listener = Start(rig, Ask.Loopback, new());
        using var socket = Ask.Connect(listener.Address);
        await socket.SendAsync(Ask.Query("first.test.", id: 1));

        await socket.SendAsync(Ask.Query("second.test.", id: 2));

        Assert.Equal("2 ServFail 0", Ask.Summary(await Ask.ReceiveAsync(socket)));
        Assert.Equal(1, listener.Counters.Sum(counters => counters.Overload));
        waiting.SetResult();
        Assert.Equal("1 ServFail 0", Ask.Summary(await Ask.ReceiveAsync(socket)));
    }

    [Fact]
    public async Task New_handlers_serve_the_packets_that_follow()
    {
        using var rig = new ListenerRig(ListenerRig.FailAsync);
        using var listener = Start(rig, Ask.Loopback, new());
        await Ask.UdpAsync(listener.Address, Ask.Query("www.hit.test.", id: 1));

        rig.Services.Handlers.Replace(() => (in request, in _) => HandleResult.Answered(
            Resolver.Answers.RejectionEncoder.Encode(request.Packet, ResponseCode.Refused, null, request.Response)));

        Assert.Equal("2 Refused 0", Ask.Summary(
            await Ask.UdpAsync(listener.Address, Ask.Query("www.hit.test.", id: 2))));
    }

    [Fact]
    public async Task A_long_answer_over_udp_is_cut_and_says_so()
    {
        using var rig = new ListenerRig(ListenerRig.FailAsync);
        using var listener = Start(rig, Ask.Loopback);

        var response = await Ask.UdpAsync(listener.Address, Ask.Query("big.hit.test.", RecordType.Txt));

        Assert.Equal("1 NoError 0 TC", Ask.Summary(response));
    }

    [Fact]
    public async Task Responses_are_not_answered()
    {
        using var rig = new ListenerRig(ListenerRig.FailAsync);
        using var listener = Start(rig, Ask.Loopback, new());
        using var socket = Ask.Connect(listener.Address);
        var response = Ask.Query("www.hit.test.", id: 1);
        response[2] |= 0x80;
        await socket.SendAsync(response);
        await socket.SendAsync(new byte[11]);

        await socket.SendAsync(Ask.Query("www.hit.test.", id: 2));

        Assert.Equal("2 NoError 1", Ask.Summary(await Ask.ReceiveAsync(socket)));
        Assert.Equal(2, listener.Counters.Sum(counters => counters.Dropped));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(52, true)]
    [InlineData(53, false)]
    [InlineData(54, true)]
    [InlineData(1023, true)]
    [InlineData(1024, false)]
    [InlineData(65535, false)]
    public void Ports_that_services_answer_from_get_nothing(ushort port, bool isHopeless) =>
        Assert.Equal(isHopeless, Resolverd.Listeners.PacketFilter.IsHopeless(Ask.Query("a."), port));

    [Fact]
    public async Task A_datagram_longer_than_any_query_does_no_harm()
    {
        using var rig = new ListenerRig(ListenerRig.FailAsync);
        using var listener = Start(rig, Ask.Loopback, new());
        using var socket = Ask.Connect(listener.Address);
        await socket.SendAsync((byte[])[.. Ask.Query("www.hit.test.", id: 1), .. new byte[60_000]]);

        Assert.Equal("1 FormErr 0", Ask.Summary(await Ask.ReceiveAsync(socket)));
        await socket.SendAsync(Ask.Query("www.hit.test.", id: 2));
        Assert.Equal("2 NoError 1", Ask.Summary(await Ask.ReceiveAsync(socket)));
    }

    [Fact]
    public async Task Stopping_ends_the_threads_and_answers_still_leave()
    {
        var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var rig = new ListenerRig(async (query, response, token) =>
        {
            started.SetResult();
            await waiting.Task;
            return await ListenerRig.FailAsync(query, response, token);
        });
        using var listener = Start(rig, Ask.Loopback);
        using var socket = Ask.Connect(listener.Address);
        await socket.SendAsync(Ask.Query("miss.test.", id: 9));
        await started.Task.Soon();

        await listener.StopAsync().Soon();
        waiting.SetResult();

        Assert.Equal("9 ServFail 0", Ask.Summary(await Ask.ReceiveAsync(socket)));
    }

    [Fact]
    public void An_address_the_machine_does_not_have_is_refused()
    {
        using var rig = new ListenerRig(ListenerRig.FailAsync);

        Assert.Throws<SocketException>(() =>
            UdpListener.Bind(new(HostAddress.Parse("192.0.2.1"), 0), TwoSockets, rig.Services));
    }

    private static UdpListener Start(ListenerRig rig, ServerAddress address, DatagramOptions? options = null)
    {
        var listener = UdpListener.Bind(address, options ?? TwoSockets, rig.Services);
        listener.Start();
        return listener;
    }
}
