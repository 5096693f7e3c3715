using Dns;
using Resolver.Ports;

namespace Resolver.Recursion.Servers;

/// <summary>All that one worker has learnt about servers, and where it learns more.</summary>
internal sealed class ServerKnowledge(DomainNameComparer names, Clock clock)
{
    private readonly FamilyHealth _families = new();
    private readonly LameTable _lame = new(names);

    /// <summary>Delay and loss, server by server.</summary>
    public ServerTable Table { get; } = new(ServerTable.Capacity.Default);

    /// <summary>Questions that may be sent beyond need.</summary>
    public ExtraLoad Extra { get; } = new();

    private Instant Now => clock.Now.Monotonic;

    /// <summary>Counts a question that is being sent.</summary>
    public void Asked(ServerRecord server, Transport transport)
    {
        server.LastAsked = Now;
        if (transport == Transport.Udp)
            server.LastAskedByDatagram = Now;
    }

    /// <summary>Counts an answer.</summary>
    public void Answered(ServerRecord server, Transport transport, long microseconds)
    {
        server.Answered(transport, microseconds);
        _families.Answered(server.Address.Host, Now);
    }

    /// <summary>Counts a question without an answer.</summary>
    public void Silent(ServerRecord server, Transport transport)
    {
        server.Silent(transport, Now);
        _families.Silent(server.Address.Host, Now);
    }

    /// <summary>Notes that a server has nothing to say about a zone.</summary>
    public void Lame(DomainName zone, ServerRecord server) => _lame.Add(zone, server.Address, Now);

    /// <summary>True if the server should be asked only for want of others.</summary>
    public bool IsLastResort(DomainName zone, ServerRecord server) =>
        server.IsDead || _families.IsSuspect(server.Address.Host, Now) || _lame.Contains(zone, server.Address, Now);
}
