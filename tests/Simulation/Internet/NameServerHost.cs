using Dns;
using Resolver.Ports;
using Simulation.Authorities;

namespace Simulation.Internet;

/// <summary>A machine with a name, addresses and a name server on it.</summary>
public sealed class NameServerHost(DomainName name, AuthoritativeServer server)
{
    /// <summary>The name that NS records use.</summary>
    public DomainName Name { get; } = name;

    /// <summary>What answers there.</summary>
    public AuthoritativeServer Server { get; } = server;

    /// <summary>Where it listens.</summary>
    public List<HostAddress> Addresses { get; } = [];

    /// <inheritdoc/>
    public override string ToString() => $"{Name} at {string.Join(", ", Addresses)}";
}
