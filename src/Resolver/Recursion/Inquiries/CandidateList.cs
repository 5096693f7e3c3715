using Dns;
using Resolver.Ports;
using Resolver.Recursion.Delegations;
using Resolver.Recursion.Servers;

namespace Resolver.Recursion.Inquiries;

/// <summary>
/// The servers one inquiry may ask: those whose addresses are known, and the names of those that would have to be
/// looked up. One address is one candidate, however many names lead to it.
/// </summary>
internal sealed class CandidateList
{
    /// <summary>
    /// Server names looked up for one inquiry (NXNSAttack, CVE-2020-12662): a delegation of a thousand names without
    /// addresses costs its victim five questions.
    /// </summary>
    public const int MaxLookups = 5;

    /// <summary>Addresses considered: 13 servers with two addresses each, as the root has.</summary>
    public const int MaxCandidates = 26;

    private readonly List<Candidate> _candidates = [];
    private readonly List<NameServer> _unresolved = [];
    private readonly List<NameServer> _unconfirmed = [];
    private readonly Delegation _delegation;
    private readonly ServerTable _table;
    private readonly AddressBook _book;
    private int _lookups;

    /// <summary>Gathers what is known about a delegation's servers.</summary>
    public CandidateList(Delegation delegation, ServerTable table, AddressBook book, Entropy entropy)
    {
        _delegation = delegation;
        _table = table;
        _book = book;
        foreach (var address in book.Configured(delegation))
            Add(address, null);
        foreach (var server in delegation.Servers)
        {
            var known = book.Known(server, delegation, out var isConfirmed);
            if (known.Count == 0)
                _unresolved.Insert(entropy.Below(_unresolved.Count + 1), server);
            else if (!isConfirmed)
                _unconfirmed.Add(server);
            foreach (var address in known)
                Add(address, server.Name);
        }
        OrderLookups();
    }

    /// <summary>The servers whose addresses are known.</summary>
    public IReadOnlyList<Candidate> All => _candidates;

    /// <summary>The next server name to look up; null if there is none, or enough have been.</summary>
    public NameServer? TakeUnresolved()
    {
        if (_unresolved.Count == 0 || _lookups == MaxLookups)
            return null;
        _lookups++;
        var next = _unresolved[0];
        _unresolved.RemoveAt(0);
        return next;
    }

    /// <summary>True if there are names that may still be looked up.</summary>
    public bool HasUnresolved => _unresolved.Count > 0 && _lookups < MaxLookups;

    /// <summary>Adds addresses that were looked up; returns how many may be asked.</summary>
    public int AddFound(NameServer server, IEnumerable<HostAddress> addresses)
    {
        var allowed = new List<ServerAddress>();
        foreach (var address in addresses)
            _book.Add(allowed, address, _delegation);
        foreach (var address in allowed)
            Add(address, server.Name);
        return allowed.Count;
    }

    /// <summary>Adds glue that a look-up has brought along though it failed; returns how many may be asked.</summary>
    public int AddLent(NameServer server) => AddFound(server, _book.Lent(server.Name));

    private void Add(ServerAddress address, DomainName? name)
    {
        // Ten names for one address are one server (CVE-2026-3592).
        if (_candidates.Count < MaxCandidates && !_candidates.Exists(known => known.Record.Address == address))
            _candidates.Add(new(_table[address], name));
    }

    // First names without any address, then those whose glue may be out of date. A name inside the zone comes last:
    // whoever knows it is a server of this very zone, or its parent.
    private void OrderLookups()
    {
        var inZone = _unresolved.FindAll(server => server.Name.IsAtOrBelow(_delegation.Zone));
        _unresolved.RemoveAll(inZone.Contains);
        _unresolved.AddRange(_unconfirmed.Where(server => !server.Name.IsAtOrBelow(_delegation.Zone)));
        _unresolved.AddRange(inZone);
    }
}
