using System.Collections.Immutable;
using System.Net.Sockets;
using System.Text;
using Dns;
using Dns.Text;
using Resolverd.Commands;
using Resolverd.Demo.Zones;
using Resolverd.Hosting;

namespace Resolverd.Demo.Servers;

/// <summary>All servers of the demo, each on an address of its own and all on one port.</summary>
internal sealed class MiniatureInternet : IAsyncDisposable
{
    /// <summary>The port tried first, so that a person may ask the servers directly.</summary>
    public const ushort UsualPort = 5300;

    /// <summary>Ports the system may propose before all addresses agree on one: collisions are rare.</summary>
    public const int MaxProposals = 10;

    private readonly IReadOnlyList<DemoZone> _zones;

    private MiniatureInternet(IReadOnlyList<DemoZone> zones, ImmutableArray<DemoServer> servers)
    {
        _zones = zones;
        Servers = servers;
    }

    /// <summary>The servers.</summary>
    public ImmutableArray<DemoServer> Servers { get; }

    /// <summary>The port that all of them listen on.</summary>
    public ushort Port => Servers[0].Address.Port;

    /// <summary>The zone file that tells a resolver where to begin.</summary>
    public string RootHints
    {
        get
        {
            var root = _zones.Single(zone => zone.Apex.IsRoot);
            var servers = root.Find(root.Apex, RecordType.Ns);
            var text = new StringBuilder(RecordText.Write(servers));
            foreach (var rdata in servers.Records)
                text.Append(RecordText.Write(root.Find(DomainName.FromWire(rdata), RecordType.A)));
            return text.ToString();
        }
    }

    /// <summary>Binds every server; nothing is answered yet.</summary>
    /// <exception cref="DaemonException">The addresses cannot be had.</exception>
    public static MiniatureInternet Bind(IReadOnlyList<DemoZone> zones)
    {
        var roles = ServerRole.From(zones);
        var port = UsualPort;
        for (var proposal = 0; proposal <= MaxProposals; proposal++)
        {
            if (TryBind(roles, port, out var servers, out var problem))
                return new(zones, servers);
            if (problem != SocketError.AddressAlreadyInUse)
            {
                throw new DaemonException(
                    ExitCode.CannotListen,
                    $"the servers of the demo need the addresses {roles[0].Host} to {roles[^1].Host} ({problem}); "
                        + "Linux has all of 127.0.0.0/8 on its loopback interface, other systems need them added");
            }
            port = 0;
        }
        throw new DaemonException(ExitCode.CannotListen, "no port is free on all addresses of the demo's servers");
    }

    /// <summary>Begins to answer.</summary>
    public void Start()
    {
        foreach (var server in Servers)
            server.Start();
    }

    /// <summary>Ends all servers.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var server in Servers)
            await server.DisposeAsync();
    }

    private static bool TryBind(
        ImmutableArray<ServerRole> roles, ushort port, out ImmutableArray<DemoServer> servers, out SocketError problem)
    {
        var bound = ImmutableArray.CreateBuilder<DemoServer>();
        problem = SocketError.Success;
        try
        {
            foreach (var role in roles)
                bound.Add(DemoServer.Bind(role, bound.Count == 0 ? port : bound[0].Address.Port));
        }
        catch (SocketException e)
        {
            problem = e.SocketErrorCode;
            foreach (var server in bound)
                server.Close();
        }
        servers = bound.ToImmutable();
        return problem == SocketError.Success;
    }
}
