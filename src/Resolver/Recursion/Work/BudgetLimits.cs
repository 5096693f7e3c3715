namespace Resolver.Recursion.Work;

/// <summary>How much one client query may cost. Each limit has its reason, its default and its bounds.</summary>
public sealed record BudgetLimits
{
    /// <summary>
    /// Questions sent for one name and type. A cold name under a glueless delegation needs about ten; BIND stops at
    /// 50 as well.
    /// </summary>
    public static readonly Limit ExchangesPerName = new(50, 10, 200);

    /// <summary>
    /// Questions sent for one client query, alias restarts, look-ups of server addresses and keys included: the
    /// answer to chains built to multiply work (CAMP). BIND stops at 200, PowerDNS at 50.
    /// </summary>
    public static readonly Limit Exchanges = new(100, 20, 400);

    /// <summary>
    /// Octets received for one client query: 100 full UDP answers and a few large ones over TCP, and still too
    /// little for a zone to make the resolver pull megabytes (CVE-2026-24027).
    /// </summary>
    public static readonly Limit OctetsReceived = new(400_000, 100_000, 4_000_000);

    /// <summary>
    /// Look-ups of server addresses inside look-ups of server addresses. Real delegations need three at most;
    /// Unbound and Hickory stop between four and eight.
    /// </summary>
    public static readonly Limit Depth = new(6, 2, 12);

    /// <summary>The limits shipped.</summary>
    public static BudgetLimits Default { get; } = new();

    /// <summary>The operator's value for <see cref="ExchangesPerName"/>.</summary>
    public int MaxExchangesPerName { get; init => field = ExchangesPerName.Clamp(value); } = ExchangesPerName.Default;

    /// <summary>The operator's value for <see cref="Exchanges"/>.</summary>
    public int MaxExchanges { get; init => field = Exchanges.Clamp(value); } = Exchanges.Default;

    /// <summary>The operator's value for <see cref="OctetsReceived"/>.</summary>
    public int MaxOctetsReceived { get; init => field = OctetsReceived.Clamp(value); } = OctetsReceived.Default;

    /// <summary>The operator's value for <see cref="Depth"/>.</summary>
    public int MaxDepth { get; init => field = Depth.Clamp(value); } = Depth.Default;
}
