using Dns;
using Resolver.Ports;

namespace Resolver.Recursion.Delegations;

/// <summary>A server's name as its zone's parent gives it, with the addresses that came along.</summary>
public sealed class NameServer
{
    /// <summary>Addresses kept for one server; BIND keeps six as well.</summary>
    public const int MaxGlue = 6;

    /// <summary>Takes a name and its glue; duplicates and what is too much are left out.</summary>
    public NameServer(DomainName name, IEnumerable<HostAddress> glue)
    {
        Name = name;
        Glue = [.. glue.Distinct().Take(MaxGlue)];
    }

    /// <summary>NSDNAME.</summary>
    public DomainName Name { get; }

    /// <summary>Its addresses by the parent's word; only for finding the server, never an answer.</summary>
    public IReadOnlyList<HostAddress> Glue { get; }

    /// <summary>Name and addresses.</summary>
    public override string ToString() => Glue.Count == 0 ? $"{Name}" : $"{Name} [{string.Join(' ', Glue)}]";
}
