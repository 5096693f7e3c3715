using Resolver.Ports;

namespace Resolver.Recursion.Servers;

/// <summary>
/// Notices when one address family leads nowhere: several servers of it silent in a row, none heard since, while the
/// other family answers. Such a family is left for a while and tried again.
/// </summary>
internal sealed class FamilyHealth
{
    /// <summary>Different servers silent in a row after which a family is suspected.</summary>
    public const int SuspectAfter = 4;

    /// <summary>Milliseconds for which a suspected family is left, before one server of it is tried again.</summary>
    public const int LeaveMs = 30_000;

    private readonly Family _ipv4 = new();
    private readonly Family _ipv6 = new();

    /// <summary>True if servers of this address's family should be asked only for want of others.</summary>
    public bool IsSuspect(HostAddress address, Instant now)
    {
        var (own, other) = Pair(address);
        return own.SilentInARow >= SuspectAfter
            && other.LastHeard.IsAfter(own.LastHeard)
            && own.LeftAt.PlusMilliseconds(LeaveMs).IsAfter(now);
    }

    /// <summary>Counts an answer.</summary>
    public void Answered(HostAddress address, Instant now)
    {
        var (own, _) = Pair(address);
        own.SilentInARow = 0;
        own.LastHeard = now;
    }

    /// <summary>Counts a question without an answer.</summary>
    public void Silent(HostAddress address, Instant now)
    {
        var (own, _) = Pair(address);
        if (own.LastSilent == address)
            return;
        own.LastSilent = address;
        own.SilentInARow++;
        own.LeftAt = now;
    }

    private (Family Own, Family Other) Pair(HostAddress address) =>
        address.IsIPv6 ? (_ipv6, _ipv4) : (_ipv4, _ipv6);

    /// <summary>What was seen of one family.</summary>
    private sealed class Family
    {
        /// <summary>Different servers silent since the last answer.</summary>
        public int SilentInARow { get; set; }

        /// <summary>The last of them.</summary>
        public HostAddress? LastSilent { get; set; }

        /// <summary>When a server of the family last answered.</summary>
        public Instant LastHeard { get; set; } = new(long.MinValue);

        /// <summary>When a server of the family was last found silent.</summary>
        public Instant LeftAt { get; set; } = new(long.MinValue / 2);
    }
}
