using Resolver.Answers;
using Resolver.Policy;

namespace Resolver;

/// <summary>What the operator decides about queries and answers. Immutable; a reload makes a new one.</summary>
public sealed record HandlerSettings
{
    /// <summary>Which clients are served.</summary>
    public AccessList Access { get; init; } = AccessList.Loopback;

    /// <summary>Zones answered here.</summary>
    public LocalZones LocalZones { get; init; } = LocalZones.None;

    /// <summary>What the server tells about itself.</summary>
    public ServerIdentity Identity { get; init; } = ServerIdentity.Hidden;

    /// <summary>The form of answers.</summary>
    public ResponseSettings Responses { get; init; } = new();

    /// <summary>What questions without RD get.</summary>
    public NonRecursiveQueries NonRecursive { get; init; } = NonRecursiveQueries.Refused;

    /// <summary>How long clients wait.</summary>
    public ClientDeadlines Deadlines { get; init; } = new();

    /// <summary>Data past its lifetime is served where nothing fresh can be had in time (RFC 8767, D2).</summary>
    public bool ServesStale { get; init; } = true;

    /// <summary>Every answer is parsed again before it is sent; a fault fails the query. For tests and CI.</summary>
    public bool ChecksOwnAnswers { get; init; }
}
