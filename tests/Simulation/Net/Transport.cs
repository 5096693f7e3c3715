namespace Simulation.Net;

/// <summary>How a message travels.</summary>
public enum Transport
{
    /// <summary>One datagram.</summary>
    Udp,

    /// <summary>A framed message on a stream.</summary>
    Tcp,
}
