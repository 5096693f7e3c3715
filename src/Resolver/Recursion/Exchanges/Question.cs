using Dns;

namespace Resolver.Recursion.Exchanges;

/// <summary>What a server is asked: a name, a type, and whether it should recurse.</summary>
/// <param name="Name">QNAME, in its own case.</param>
/// <param name="Type">QTYPE.</param>
internal sealed record Question(DomainName Name, RecordType Type)
{
    /// <summary>True if it is asked on the way to another question, to learn whether there is a zone cut.</summary>
    public bool IsProbe { get; init; }

    /// <summary>RD: set towards forwarders, never towards authorities.</summary>
    public bool AsksForRecursion { get; init; }

    /// <summary>CD: set towards forwarders for clients that check themselves.</summary>
    public bool DisablesChecking { get; init; }

    /// <summary>DO: whether signatures are wanted.</summary>
    public bool AsksForSignatures { get; init; }

    /// <summary>Name and type in presentation format.</summary>
    public override string ToString() => $"{Name} {Type.ToString().ToUpperInvariant()}";
}
