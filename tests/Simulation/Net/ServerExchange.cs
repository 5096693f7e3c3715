using Resolver.Ports;

namespace Simulation.Net;

/// <summary>One message at a server, and the ways to react to it.</summary>
public sealed class ServerExchange
{
    private readonly Action<byte[], double> _reply;
    private readonly Action<double> _close;

    internal ServerExchange(Action<byte[], double> reply, Action<double> close)
    {
        _reply = reply;
        _close = close;
    }

    /// <summary>The message as it arrived.</summary>
    public required byte[] Query { get; init; }

    /// <summary>Where it arrived.</summary>
    public required ServerAddress Server { get; init; }

    /// <summary>How it travelled.</summary>
    public required Transport Transport { get; init; }

    /// <summary>Sends octets back, now or so many milliseconds later. May be called any number of times.</summary>
    public void Reply(byte[] message, double delayMs = 0) => _reply(message, delayMs);

    /// <summary>Ends the stream after what was sent before; on UDP nothing happens.</summary>
    public void Close(double delayMs = 0) => _close(delayMs);
}
