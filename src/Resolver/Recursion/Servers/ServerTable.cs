using Resolver.Ports;
using Resolver.Recursion.Work;

namespace Resolver.Recursion.Servers;

/// <summary>
/// What is known about servers by address. Bounded; the least recently used server is forgotten first. Belongs to
/// one worker.
/// </summary>
internal sealed class ServerTable
{
    /// <summary>Servers remembered: a few hundred octets each. Unbound keeps 10,000.</summary>
    public static readonly Limit Capacity = new(20_000, 100, 1_000_000);

    private readonly int _capacity;
    private readonly Dictionary<ServerAddress, LinkedListNode<ServerRecord>> _servers = [];
    private readonly LinkedList<ServerRecord> _byUse = new();

    /// <summary>Makes an empty table.</summary>
    public ServerTable(int capacity) => _capacity = Capacity.Clamp(capacity);

    /// <summary>Servers in the table.</summary>
    public int Count => _servers.Count;

    /// <summary>The record of a server, made if there is none.</summary>
    public ServerRecord this[ServerAddress address]
    {
        get
        {
            if (_servers.TryGetValue(address, out var node))
            {
                _byUse.Remove(node);
                _byUse.AddFirst(node);
                return node.Value;
            }
            if (_servers.Count >= _capacity)
                ForgetOne();
            node = _byUse.AddFirst(new ServerRecord(address));
            _servers.Add(address, node);
            return node.Value;
        }
    }

    /// <summary>What was measured about every server, the most recently used first.</summary>
    public IReadOnlyList<ServerSnapshot> Export() =>
        [.. _byUse.Select(record => new ServerSnapshot(
            record.Address, record.Udp.Snapshot(), record.Tcp.Snapshot(), record.LosesCase))];

    /// <summary>Takes over what another table had measured; what is known here already stays.</summary>
    public void Import(IEnumerable<ServerSnapshot> snapshots)
    {
        foreach (var snapshot in snapshots)
        {
            if (_servers.Count >= _capacity)
                return;
            if (_servers.ContainsKey(snapshot.Address))
                continue;
            var record = new ServerRecord(snapshot.Address) { LosesCase = snapshot.LosesCase };
            record.Udp.Restore(snapshot.Udp);
            record.Tcp.Restore(snapshot.Tcp);
            _servers.Add(snapshot.Address, _byUse.AddLast(record));
        }
    }

    private void ForgetOne()
    {
        _servers.Remove(_byUse.Last!.Value.Address);
        _byUse.RemoveLast();
    }
}
