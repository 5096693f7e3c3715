using Resolver.Cache;
using Xunit;

namespace Resolver.Tests.Cache.Store;

public sealed class ShardLimitsTests
{
    [Theory]
    [InlineData(ShardLimits.MinBytes)]
    [InlineData(1L << 20)]
    [InlineData(4L << 20)]
    [InlineData(100L << 20)]
    [InlineData(8L << 30)]
    public void The_parts_of_a_shard_fill_it_and_no_more(long bytes)
    {
        var limits = ShardLimits.Of(bytes);

        var rings = (long)limits.ChunkLength * (limits.SmallChunks + limits.MainChunks);
        var index = (long)limits.Slots / SlotTable.LineSlots * SlotTable.LineLength;
        var ghosts = (long)limits.Slots * GhostSet.PlaceCost;
        Assert.InRange(rings + index + ghosts, bytes * 9 / 10, bytes);
        Assert.InRange((double)limits.SmallChunks / (limits.SmallChunks + limits.MainChunks), 0.05, 0.15);
        Assert.True(limits.SmallChunks >= 2);
    }

    [Fact]
    public void The_rings_of_the_largest_shard_can_be_addressed()
    {
        var limits = ShardLimits.Of(1L << 50);

        Assert.InRange((long)limits.ChunkLength * limits.MainChunks / EntryDraft.Unit, 1L << 30, int.MaxValue);
    }

    [Fact]
    public void A_table_is_as_large_as_the_limits_say()
    {
        var slots = ShardLimits.Of(1 << 20).Slots;

        var table = new SlotTable(slots);

        Assert.Equal(slots, table.Length);
        Assert.InRange(
            table.CommittedBytes,
            slots / SlotTable.LineSlots * SlotTable.LineLength,
            (slots / SlotTable.LineSlots + 1) * SlotTable.LineLength);
    }

    [Fact]
    public unsafe void Headers_have_the_size_the_format_says() => Assert.Equal(EntryHeader.Size, sizeof(EntryHeader));
}
