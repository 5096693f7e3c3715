using Dns;
using Resolver.Ports;
using Resolver.Recursion.Work;

namespace Resolver.Recursion.Inquiries;

/// <summary>
/// Bounds the questions open at one zone, so that a flood of names in a slow or dead zone takes no more than its
/// share. A zone that answers may have many open; each failure halves the number, each answer adds one.
/// </summary>
internal sealed class ZonePressure(DomainNameComparer names, Clock clock)
{
    /// <summary>
    /// Questions open at one zone that answers: 200 at 50 ms are 4,000 a second on one worker. BIND's quota for each
    /// zone, where it is set, is of that size.
    /// </summary>
    public static readonly Limit Open = new(200, 20, 5_000);

    /// <summary>Questions open at a zone that does not answer; enough to see that it is back.</summary>
    public const int LeastOpen = 8;

    /// <summary>Milliseconds after its last failure for which a zone is held down.</summary>
    public const int HoldMs = 10_000;

    /// <summary>Zones remembered because they failed; the oldest is forgotten first.</summary>
    public const int MaxZones = 4_096;

    private readonly Dictionary<DomainName, Zone> _zones = new(names);
    private readonly Queue<DomainName> _byAge = new();

    /// <summary>Questions turned away so far.</summary>
    public long RefusedCount { get; private set; }

    /// <summary>Takes a place at the zone; false if all are taken.</summary>
    public bool TryEnter(DomainName name)
    {
        var zone = Find(name);
        if (zone.FailedAt.PlusMilliseconds(HoldMs) <= clock.Now.Monotonic)
            zone.Limit = Open.Default;
        if (zone.OpenCount >= zone.Limit)
        {
            RefusedCount++;
            return false;
        }
        zone.OpenCount++;
        return true;
    }

    /// <summary>Gives the place back.</summary>
    public void Leave(DomainName name, InquiryResult result)
    {
        var zone = Find(name);
        zone.OpenCount--;
        if (result.Response is not null)
        {
            zone.Limit = Math.Min(Open.Default, zone.Limit + 1);
            return;
        }
        if (result.Reason is not Answers.FailureReason.NoReachableAuthority)
            return;
        zone.Limit = Math.Max(LeastOpen, zone.Limit / 2);
        zone.FailedAt = clock.Now.Monotonic;
    }

    private Zone Find(DomainName name)
    {
        if (_zones.TryGetValue(name, out var zone))
            return zone;
        MakeRoom();
        zone = new();
        _zones.Add(name, zone);
        _byAge.Enqueue(name);
        return zone;
    }

    // A zone with open questions must be found again when they end: it goes to the back of the queue.
    private void MakeRoom()
    {
        for (var turns = _byAge.Count; turns > 0 && _byAge.Count >= MaxZones; turns--)
        {
            var oldest = _byAge.Dequeue();
            if (_zones[oldest].OpenCount > 0)
                _byAge.Enqueue(oldest);
            else
                _zones.Remove(oldest);
        }
    }

    /// <summary>One zone's open questions and how many it may have.</summary>
    private sealed class Zone
    {
        /// <summary>Questions open.</summary>
        public int OpenCount { get; set; }

        /// <summary>Questions that may be open.</summary>
        public int Limit { get; set; } = Open.Default;

        /// <summary>When a question last failed.</summary>
        public Instant FailedAt { get; set; } = new(long.MinValue / 2);
    }
}
