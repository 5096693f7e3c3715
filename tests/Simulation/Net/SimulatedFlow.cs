using Resolver.Ports;

namespace Simulation.Net;

/// <summary>Datagrams between one port of the resolver and one server.</summary>
internal sealed class SimulatedFlow : IDatagramFlow
{
    private readonly SimulatedNetwork _network;
    private readonly Queue<byte[]?> _arrived = new();
    private TaskCompletionSource<int>? _waiter;
    private Memory<byte> _waiterBuffer;
    private bool _isClosed;

    public SimulatedFlow(SimulatedNetwork network, ServerAddress server, ushort port)
    {
        _network = network;
        Server = server;
        Port = port;
    }

    public ServerAddress Server { get; }

    public ushort Port { get; }

    public bool TrySend(ReadOnlySpan<byte> datagram)
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        return _network.Send(this, datagram.ToArray());
    }

    public ValueTask<int> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        if (_arrived.TryDequeue(out var datagram))
            return ValueTask.FromResult(Take(datagram, buffer));
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<int>(cancellationToken);
        if (_waiter is not null)
            throw new SimulationException("two readers on one flow");
        _waiterBuffer = buffer;
        return new(WaitAsync(_waiter = new(), cancellationToken));
    }

    public void Dispose()
    {
        if (_isClosed)
            return;
        _isClosed = true;
        _network.Closed(this);
        var waiter = _waiter;
        _waiter = null;
        waiter?.TrySetResult(-1);
    }

    /// <summary>A datagram has arrived; null stands for an ICMP error.</summary>
    internal void Deliver(byte[]? datagram)
    {
        if (_isClosed)
            return;
        if (_waiter is not { } waiter)
        {
            _arrived.Enqueue(datagram);
            return;
        }
        _waiter = null;
        waiter.TrySetResult(Take(datagram, _waiterBuffer));
    }

    private async Task<int> WaitAsync(TaskCompletionSource<int> waiter, CancellationToken cancellationToken)
    {
        await using var registration = cancellationToken.Register(() =>
        {
            if (_waiter == waiter)
                _waiter = null;
            waiter.TrySetCanceled(cancellationToken);
        });
        return await waiter.Task;
    }

    private static int Take(byte[]? datagram, Memory<byte> buffer)
    {
        if (datagram is null)
            return -1;
        var length = Math.Min(datagram.Length, buffer.Length);
        datagram.AsSpan(0, length).CopyTo(buffer.Span);
        return length;
    }
}
