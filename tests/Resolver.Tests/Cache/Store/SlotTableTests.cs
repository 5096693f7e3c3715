using FsCheck;
using FsCheck.Fluent;
using Resolver.Cache;
using Xunit;

namespace Resolver.Tests.Cache.Store;

public sealed class SlotTableTests
{
    private const int Length = 64;
    private const int MaxCount = 48;

    [Fact]
    public void Whatever_is_added_and_removed_is_found_from_its_home_and_nothing_else_is() =>
        Prop.ForAll(ArbMap.Default.ArbFor<ushort[]>(), steps =>
        {
            var table = new SlotTable(Length);
            var model = new Dictionary<uint, ulong>();
            foreach (var step in steps)
                Apply(table, model, step);
            return table.Count == model.Count && model.All(entry => Find(table, entry.Value, entry.Key) >= 0);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Closing_a_gap_takes_the_counters_along()
    {
        var table = new SlotTable(Length);
        table.TryAdd(0, label: 1, position: 1);
        table.TryAdd(0, label: 1, position: 2);
        table.Touch(table.Next(table.Home(0)));

        table.RemoveAt(table.Home(0));

        Assert.Equal(2u, (uint)table[table.Home(0)]);
        Assert.Equal(1, table.Hits(table.Home(0)));
        Assert.Equal(1, table.Uses(table.Home(0)));
    }

    [Fact]
    public void Counters_stop_at_their_greatest_value()
    {
        var table = new SlotTable(Length);
        table.TryAdd(0, label: 1, position: 1);

        for (var i = 0; i < 100; i++)
            table.Touch(table.Home(0));

        Assert.Equal(SlotTable.MaxHits, table.Hits(table.Home(0)));
        Assert.Equal(SlotTable.MaxUses, table.Uses(table.Home(0)));
    }

    // Hashes from a few values only, at both ends of the table: long clusters that go round its end.
    private static void Apply(SlotTable table, Dictionary<uint, ulong> model, ushort step)
    {
        var position = (uint)(step >> 4) + 1;
        if (model.Remove(position, out var present))
        {
            table.RemoveAt(Find(table, present, position));
            return;
        }
        var hash = (ulong)(step % 2 == 0 ? 0 : uint.MaxValue - (uint)(step % 16 << 24));
        if (table.Count < MaxCount && table.TryAdd(hash, label: 7, position))
            model.Add(position, hash);
    }

    private static int Find(SlotTable table, ulong hash, uint position)
    {
        for (var index = table.Home(hash); table[index] != 0; index = table.Next(index))
        {
            if (table[index] == (7UL << 32 | position))
                return index;
        }
        return -1;
    }
}
