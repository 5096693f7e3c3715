namespace Simulation.Rpl;

/// <summary>How a scenario wants stale data served.</summary>
public sealed record StaleSettings
{
    /// <summary>Seconds past its end that data may be served; 0 for the resolver's own limit.</summary>
    public int MaxSeconds { get; set; }

    /// <summary>The TTL of stale answers.</summary>
    public int ReplyTtl { get; set; } = 30;

    /// <summary>Milliseconds to wait for fresh data first.</summary>
    public int ClientTimeoutMs { get; set; }

    /// <summary>Whether the limit begins anew with each use.</summary>
    public bool ResetsTtl { get; set; }
}
