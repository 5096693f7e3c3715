namespace Simulation.Net;

/// <summary>Whether an address can be reached.</summary>
public enum Reach
{
    /// <summary>Packets get there.</summary>
    Open,

    /// <summary>Packets vanish: no answer and no error, on UDP and TCP alike.</summary>
    Silent,

    /// <summary>A router or the host says that nobody listens: an ICMP error, a refused connection.</summary>
    Refused,

    /// <summary>The system itself has no route.</summary>
    NoRoute,
}
