namespace Resolver;

/// <summary>How long clients wait. Immutable.</summary>
public sealed record ClientDeadlines
{
    /// <summary>
    /// Milliseconds until stale data goes out while the search goes on: before the 1.9 s after which some clients
    /// ask again (RFC 8767 §5, D3).
    /// </summary>
    public const int DefaultStaleMs = 1800;

    /// <summary>Milliseconds until the client gets SERVFAIL: before glibc's and musl's 5 s run out (F 2.39).</summary>
    public const int DefaultFailureMs = 4500;

    /// <summary>Milliseconds until stale data goes out; 0 for at once.</summary>
    public int StaleMs { get; init; } = DefaultStaleMs;

    /// <summary>Milliseconds until SERVFAIL goes out. The search goes on to fill the cache.</summary>
    public int FailureMs { get; init; } = DefaultFailureMs;
}
