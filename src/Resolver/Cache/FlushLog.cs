using Dns;

namespace Resolver.Cache;

/// <summary>
/// The flushes that entries have to be held against when they are read, so that flushing a million names costs
/// nothing at the time. Never changed: a new one takes its place.
/// </summary>
internal sealed class FlushLog
{
    /// <summary>Orders kept: each costs the reader of an older entry a comparison. Then the cache is swept.</summary>
    public const int MaxOrders = 16;

    private readonly FlushOrder[] _orders;

    private FlushLog(ushort generation, FlushOrder[] orders)
    {
        Generation = generation;
        _orders = orders;
    }

    /// <summary>A log without orders.</summary>
    public static FlushLog Empty { get; } = new(0, []);

    /// <summary>The generation of entries stored now.</summary>
    public ushort Generation { get; }

    /// <summary>True if there is no place for another order.</summary>
    public bool IsFull => _orders.Length == MaxOrders;

    /// <summary>This log and one more order.</summary>
    public FlushLog With(FlushScope scope, ReadOnlySpan<byte> apex)
    {
        Invariant.Require(!IsFull);
        var generation = unchecked((ushort)(Generation + 1));
        return new(generation, [.. _orders, new FlushOrder(generation, scope, apex.ToArray())]);
    }

    /// <summary>The log once every entry has been held against it.</summary>
    public FlushLog WithoutOrders() => new(Generation, []);

    /// <summary>True if an entry of this name has been flushed.</summary>
    [HotPath]
    public bool Covers(in EntryHeader header, ReadOnlySpan<byte> name)
    {
        if (header.Generation == Generation)
            return false;
        foreach (ref readonly var order in _orders.AsSpan())
        {
            if (IsOlder(header.Generation, order.Generation) && IsInScope(header, name, order))
                return true;
        }
        return false;
    }

    private static bool IsInScope(in EntryHeader header, ReadOnlySpan<byte> name, in FlushOrder order) =>
        order.Scope == FlushScope.Subtree
            ? WireName.IsAtOrBelow(name, order.Apex)
            : header.Kind is EntryKind.NoData or EntryKind.NxDomain;

    // Generations go round; sweeps keep all that live within a few of each other.
    private static bool IsOlder(ushort generation, ushort than) => unchecked((short)(than - generation)) > 0;
}
