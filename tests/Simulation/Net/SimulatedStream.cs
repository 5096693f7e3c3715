using Resolver.Ports;

namespace Simulation.Net;

/// <summary>The resolver's end of a TCP connection: octets arrive in order, in pieces of any size.</summary>
internal sealed class SimulatedStream : IByteStream
{
    private readonly SimulatedNetwork _network;
    private readonly Queue<byte> _inbound = new();
    private readonly List<byte> _outbound = [];
    private TaskCompletionSource? _waiter;
    private bool _isEnded;
    private bool _isClosed;
    private long _lastOutbound;
    private long _lastInbound;

    public SimulatedStream(SimulatedNetwork network, ServerAddress server)
    {
        _network = network;
        Server = server;
    }

    public ServerAddress Server { get; }

    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        while (_inbound.Count == 0 && !_isEnded && !_isClosed)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_waiter is not null)
                throw new SimulationException("two readers on one stream");
            var waiter = _waiter = new();
            await using var registration = cancellationToken.Register(() =>
            {
                if (_waiter == waiter)
                    _waiter = null;
                waiter.TrySetCanceled(cancellationToken);
            });
            await waiter.Task;
        }
        var length = _isClosed ? 0 : Math.Min(buffer.Length, _inbound.Count);
        for (var i = 0; i < length; i++)
            buffer.Span[i] = _inbound.Dequeue();
        return length;
    }

    public ValueTask<bool> WriteAsync(ReadOnlyMemory<byte> octets, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<bool>(cancellationToken);
        if (_isEnded || _isClosed)
            return ValueTask.FromResult(false);
        var sent = octets.ToArray();
        _lastOutbound = Math.Max(_lastOutbound, _network.ArrivalOverTcp(Server));
        _network.Time.At(_lastOutbound, () => ArriveAtServer(sent));
        return ValueTask.FromResult(true);
    }

    public void Dispose()
    {
        if (_isClosed)
            return;
        _isClosed = true;
        _network.Closed(this);
        Wake();
    }

    private void ArriveAtServer(byte[] octets)
    {
        _outbound.AddRange(octets);
        while (_outbound.Count >= 2)
        {
            var length = (_outbound[0] << 8) | _outbound[1];
            if (_outbound.Count < 2 + length)
                return;
            var message = _outbound.GetRange(2, length).ToArray();
            _outbound.RemoveRange(0, 2 + length);
            _network.ArriveOverTcp(this, message);
        }
    }

    internal void SendToResolver(byte[] message, double delayMs)
    {
        byte[] framed = [(byte)(message.Length >> 8), (byte)message.Length, .. message];
        foreach (var piece in _network.Cut(framed))
            Schedule(delayMs, () => Deliver(piece));
    }

    internal void EndFromServer(double delayMs) => Schedule(delayMs, () =>
    {
        _isEnded = true;
        Wake();
    });

    private void Schedule(double delayMs, Action action)
    {
        var arrival = _network.ArrivalOverTcp(Server) + (long)(delayMs * TimeSpan.TicksPerMillisecond);
        _lastInbound = Math.Max(_lastInbound, arrival);
        _network.Time.At(_lastInbound, action);
    }

    private void Deliver(byte[] piece)
    {
        if (_isEnded || _isClosed)
            return;
        foreach (var octet in piece)
            _inbound.Enqueue(octet);
        Wake();
    }

    private void Wake()
    {
        var waiter = _waiter;
        _waiter = null;
        waiter?.TrySetResult();
    }
}
