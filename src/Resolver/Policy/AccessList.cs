using Resolver.Ports;

namespace Resolver.Policy;

/// <summary>Which clients are served: those inside one of the networks. Immutable.</summary>
public sealed class AccessList
{
    private readonly HostNetwork[] _allowed;

    /// <summary>Serves the clients of these networks and nobody else.</summary>
    public AccessList(IEnumerable<HostNetwork> allowed) => _allowed = [.. allowed];

    /// <summary>The machine itself, and nobody else: the default (D18).</summary>
    public static AccessList Loopback { get; } = new([HostNetwork.Parse("127.0.0.0/8"), HostNetwork.Parse("::1")]);

    /// <summary>The networks served.</summary>
    public IReadOnlyList<HostNetwork> Allowed => _allowed;

    /// <summary>True if the client is served.</summary>
    [Dns.HotPath]
    public bool Allows(HostAddress client)
    {
        foreach (ref readonly var network in _allowed.AsSpan())
        {
            if (network.Contains(client))
                return true;
        }
        return false;
    }
}
