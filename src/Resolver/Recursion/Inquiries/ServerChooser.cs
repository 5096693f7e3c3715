using Dns;
using Resolver.Ports;

namespace Resolver.Recursion.Inquiries;

/// <summary>
/// Chooses whom to ask next in one inquiry, and how: the server that is likely to answer soonest, everyone once
/// before anyone twice, dead and lame ones last.
/// </summary>
internal sealed class ServerChooser(CandidateList candidates, DomainName zone, Inquirer services)
{
    /// <summary>What a server nobody has heard from is taken to need: it is tried before slow ones.</summary>
    public const long UnknownServerUs = 50_000;

    /// <summary>Milliseconds after which a server's speed is worth measuring again.</summary>
    public const int RemeasureMs = 60_000;

    /// <summary>Milliseconds between questions to dead servers of a zone that has no others.</summary>
    public const int DeadZoneMs = 1_000;

    /// <summary>Milliseconds between datagrams to a server that is asked over TCP because it loses them.</summary>
    public const int DatagramRetryMs = 10_000;

    // Steps between classes of servers, far above any time-out in microseconds.
    private const long LastResort = 1_000_000_000_000;
    private const long OneMoreTry = 1_000_000_000;

    private Instant Now => services.Clock.Now.Monotonic;

    /// <summary>The server to ask next; null if there is none that may be asked now.</summary>
    public Candidate? Next()
    {
        Candidate? best = null;
        var bestCost = long.MaxValue;
        var now = Now;
        foreach (var candidate in candidates.All)
        {
            if (!MayAsk(candidate))
                continue;
            if (candidate.Forced is not null)
                return candidate;
            var cost = CostOf(candidate);
            if (cost < bestCost)
                (best, bestCost) = (candidate, cost);
        }
        return best is not null && IsResting(best, now) ? null : best;
    }

    /// <summary>The best of the servers not asked yet in this inquiry; null if none of them is worth it.</summary>
    public Candidate? Rival()
    {
        Candidate? best = null;
        var bestCost = LastResort;
        foreach (var candidate in candidates.All)
        {
            if (candidate.SendCount == 0 && !candidate.IsDone && CostOf(candidate) is var cost && cost < bestCost)
                (best, bestCost) = (candidate, cost);
        }
        return best;
    }

    /// <summary>
    /// A server worth a copy of a question that goes to another: the one not asked for longest, and at least for so
    /// many milliseconds.
    /// </summary>
    public Candidate? Neglected(Candidate asked, int milliseconds)
    {
        var now = Now;
        Candidate? longest = null;
        foreach (var candidate in candidates.All)
        {
            var record = candidate.Record;
            if (ReferenceEquals(candidate, asked) || candidate.SendCount > 0 || record.IsBackedOff(now)
                || record.LastAsked.PlusMilliseconds(milliseconds).IsAfter(now))
                continue;
            if (longest is null || record.LastAsked < longest.Record.LastAsked)
                longest = candidate;
        }
        return longest;
    }

    /// <summary>The transport for the next question to a server.</summary>
    public Transport TransportFor(Candidate candidate)
    {
        if (services.Options.UsesTcpOnly)
            return Transport.Tcp;
        if (candidate.Forced is { } forced)
            return forced;
        if (candidate.Record.PrefersTcp)
            return candidate.SilentCount == 0 ? Transport.Tcp : Transport.Udp;
        // One that is silent over UDP twice may be behind something that eats datagrams.
        return candidate.SilentCount < 2 ? Transport.Udp : Transport.Tcp;
    }

    /// <summary>True if a datagram should go along with a question over TCP: perhaps they arrive again.</summary>
    public bool IsDatagramDue(Candidate asked) =>
        asked.Record.PrefersTcp && !services.Options.UsesTcpOnly
        && !asked.Record.LastAskedByDatagram.PlusMilliseconds(DatagramRetryMs).IsAfter(Now);

    private static bool MayAsk(Candidate candidate) =>
        candidate.IsOpen && (candidate.OpenCount == 0 || candidate.SendCount == candidate.SilentCount);

    private long CostOf(Candidate candidate)
    {
        var record = candidate.Record;
        var path = record.Path(TransportFor(candidate));
        var expected = path.IsKnown ? path.SmoothedUs : UnknownServerUs;
        var cost = expected + (long)(path.Loss * path.TimeoutUs) + candidate.SendCount * OneMoreTry
            + services.Draw(1000);
        return cost + (services.Knowledge.IsLastResort(zone, record) ? LastResort : 0);
    }

    // If all are dead, one question a second finds out whether they still are; the rest would only wait in vain.
    private static bool IsResting(Candidate candidate, Instant now) =>
        candidate.Record.IsLongDead && candidate.Record.IsBackedOff(now) && candidate.SendCount == 0
        && candidate.Record.LastAsked.PlusMilliseconds(DeadZoneMs).IsAfter(now);
}
