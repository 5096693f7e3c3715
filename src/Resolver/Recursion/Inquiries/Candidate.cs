using Dns;
using Resolver.Recursion.Exchanges;
using Resolver.Recursion.Servers;

namespace Resolver.Recursion.Inquiries;

/// <summary>A server that may be asked in one inquiry, and how far we have got with it.</summary>
internal sealed class Candidate(ServerRecord record, DomainName? name)
{
    /// <summary>
    /// Questions sent to one server in one inquiry.
    /// </summary>
    // RFC 9520 §3.1: no more than three tries for each server, transport changes not counted.
    public const int MaxSends = 3;

    /// <summary>What is known about the server.</summary>
    public ServerRecord Record { get; } = record;

    /// <summary>The name it goes by in the delegation; null if the operator gave the address.</summary>
    public DomainName? Name { get; } = name;

    /// <summary>Questions sent.</summary>
    public int SendCount { get; set; }

    /// <summary>Questions that were not answered in time.</summary>
    public int SilentCount { get; set; }

    /// <summary>Exchanges open.</summary>
    public int OpenCount { get; set; }

    /// <summary>True once it has said all it will say, or cannot be reached.</summary>
    public bool IsDone { get; set; }

    /// <summary>Whether the next question carries EDNS.</summary>
    public EdnsUse Edns { get; set; }

    /// <summary>The transport forced by a truncated or suspicious answer; null for free choice.</summary>
    public Transport? Forced { get; set; }

    /// <summary>How often it refused a cookie.</summary>
    public int CookieRefusals { get; set; }

    /// <summary>True if it may be asked now.</summary>
    public bool IsOpen => !IsDone && SendCount < MaxSends + (Forced is null ? 0 : 2);

    /// <summary>Name and address, for people.</summary>
    public override string ToString() => Name is null ? $"{Record.Address}" : $"{Name} ({Record.Address})";
}
