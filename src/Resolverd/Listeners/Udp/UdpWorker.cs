using Dns;
using Dns.Edns;
using Resolver;
using Resolver.Answers;
using Resolver.Ports;
using Resolver.Queries;
using Resolverd.Workers;

namespace Resolverd.Listeners.Udp;

/// <summary>
/// A thread that serves one UDP socket: it takes packets, answers at once what can be answered at once, and gives
/// the rest to the home of its question. It never waits for anything but packets.
/// </summary>
internal sealed class UdpWorker
{
    private readonly IDatagramSocket _socket;
    private readonly ListenerServices _services;
    private readonly long _maxAgeMs;
    private readonly Thread _thread;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private PacketHandlers.Generation? _generation;
    private HandlePacket _handle = null!;
    private volatile bool _isStopping;
    private int _next;
    private int _count;

    /// <summary>Makes a worker that does not run yet. The socket stays the caller's.</summary>
    public UdpWorker(string name, IDatagramSocket socket, ListenerServices services, long maxQueueAgeMs)
    {
        _socket = socket;
        _services = services;
        _maxAgeMs = maxQueueAgeMs;
        _thread = new Thread(Run) { Name = name, IsBackground = true };
    }

    /// <summary>What came in here and what became of it.</summary>
    public ListenerCounters Counters { get; } = new();

    /// <summary>Starts the thread.</summary>
    public void Start() => _thread.Start();

    /// <summary>Takes no more packets and ends the thread. Answers that are still due can be sent after it.</summary>
    public Task StopAsync()
    {
        _isStopping = true;
        _socket.Shutdown();
        return _ended.Task;
    }

    private void Run()
    {
        while (!_isStopping)
        {
            try
            {
                ServeBatch();
            }
            catch (Exception exception)
            {
                // The packet that did it is behind _next: the loop goes on with the one after it.
                _services.Faults.Record(exception, _thread.Name!);
            }
        }
        _ended.SetResult();
    }

    private void ServeBatch()
    {
        if (_next == _count)
        {
            _count = _socket.Receive();
            _next = 0;
        }
        RenewHandler();
        var now = _services.Clock.Now;
        while (_next < _count)
            Serve(_next++, now);
        _socket.Flush();
    }

    private void RenewHandler()
    {
        var current = _services.Handlers.Current;
        if (ReferenceEquals(current, _generation))
            return;
        _handle = current.Rent();
        _generation = current;
    }

    private void Serve(int index, in Moment now)
    {
        Counters.CountReceived();
        var packet = _socket.PacketAt(index);
        var peer = _socket.PeerAt(index);
        if (PacketFilter.IsHopeless(packet, peer.Port))
        {
            Counters.CountDropped();
            return;
        }
        if (_socket.AgeMsAt(index) > _maxAgeMs)
        {
            Counters.CountStale();
            return;
        }
        var request = new ClientRequest
        {
            Packet = packet,
            Client = new(peer.Address, peer.Port, Transport.Udp),
            Response = _socket.ResponseAt(index),
        };
        Carry(index, request, _handle(request, now));
    }

    private void Carry(int index, in ClientRequest request, in HandleResult result)
    {
        switch (result.Disposition)
        {
            case Disposition.Answered:
                Reply(index, result.Length);
                if (result.Work is { } refresh)
                    _services.Resolvers.TryPost(refresh, ReplyPath.None);
                break;
            case Disposition.Pending:
                PostOrRefuse(index, request, result.Work!);
                break;
            default:
                Counters.CountDropped();
                break;
        }
    }

    private void PostOrRefuse(int index, in ClientRequest request, PendingQuery work)
    {
        if (_services.Resolvers.TryPost(work, new UdpReplyPath(_socket, _socket.PeerAt(index), Counters)))
            return;
        Counters.CountOverload();
        Reply(index, RejectionEncoder.Encode(
            request.Packet, ResponseCode.ServFail, ExtendedErrorCode.OverQuota, request.Response));
    }

    private void Reply(int index, int length)
    {
        _socket.Reply(index, length);
        Counters.CountAnswered();
    }
}
