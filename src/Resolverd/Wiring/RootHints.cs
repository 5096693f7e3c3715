using Dns;
using Resolver.Ports;
using Resolver.Recursion.Delegations;
using Resolverd.Commands;
using Resolverd.Hosting;

namespace Resolverd.Wiring;

/// <summary>The servers of the root to begin with: those on board, or those of a file.</summary>
internal static class RootHints
{
    private const string OnBoard = "zones/root.hints";

    /// <summary>Reads the hints; null stands for those on board.</summary>
    /// <exception cref="DaemonException">The file cannot be read or names no root server with an address.</exception>
    public static IReadOnlyList<NameServer> Load(string? path)
    {
        var servers = ServersOf(path is null ? RecordFiles.Parse(ReadOnBoard(), OnBoard) : RecordFiles.Read(path));
        if (!servers.Any(server => server.Glue.Count > 0))
        {
            throw new DaemonException(
                ExitCode.Configuration,
                $"recursion.root-hints-file: {path} names no root server with an address; it needs '. NS name' and the "
                    + "names' A or AAAA records");
        }
        return servers;
    }

    private static List<NameServer> ServersOf(IReadOnlyList<RRset> sets)
    {
        var servers = new List<NameServer>();
        foreach (var set in sets)
        {
            if (set.Type != RecordType.Ns || set.Owner.Length != 1)
                continue;
            foreach (var rdata in set.Records)
            {
                var name = DomainName.FromWire(rdata);
                servers.Add(new(name, AddressesOf(name, sets)));
            }
        }
        return servers;
    }

    private static List<HostAddress> AddressesOf(DomainName name, IReadOnlyList<RRset> sets)
    {
        var addresses = new List<HostAddress>();
        foreach (var set in sets)
        {
            if (set.Type is not (RecordType.A or RecordType.Aaaa) || !set.OwnerName.Equals(name))
                continue;
            foreach (var rdata in set.Records)
            {
                if (HostAddress.TryFromOctets(rdata, out var address))
                    addresses.Add(address);
            }
        }
        return addresses;
    }

    private static byte[] ReadOnBoard()
    {
        using var stream = typeof(RootHints).Assembly.GetManifestResourceStream(OnBoard)!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
