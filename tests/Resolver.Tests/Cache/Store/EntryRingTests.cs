using FsCheck;
using FsCheck.Fluent;
using Resolver.Cache;
using Xunit;

namespace Resolver.Tests.Cache.Store;

public sealed class EntryRingTests
{
    private const int ChunkLength = 256;

    [Fact]
    public void Entries_come_out_whole_in_the_order_they_went_in() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), steps =>
        {
            var ring = new EntryRing(ChunkLength, chunkCount: 3);
            var model = new Queue<(uint Position, byte Mark, int Length)>();
            byte mark = 0;
            foreach (var step in steps)
                Append(ring, model, EntryHeader.Size + 4 + step / 8 * 8 % 200, ++mark);
            while (model.Count > 0)
                DropAndCompare(ring, model);
            return ring.IsEmpty;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_entry_of_a_whole_chunk_fits()
    {
        var ring = new EntryRing(ChunkLength, chunkCount: 2);

        Assert.True(ring.CanAppend(ChunkLength));
        ring.Append(ChunkLength, out _);
        Assert.True(ring.CanAppend(ChunkLength));
        ring.Append(ChunkLength, out _);
        Assert.False(ring.CanAppend(EntryHeader.Size));
    }

    [Fact]
    public void The_rest_of_a_chunk_that_is_too_short_is_counted()
    {
        var ring = new EntryRing(ChunkLength, chunkCount: 2);
        Fill(ring.Append(ChunkLength - 8, out _), 1);

        Assert.True(ring.CanAppend(ChunkLength));
        Fill(ring.Append(ChunkLength, out _), 2);
        Assert.Equal(ring.Capacity, ring.Used);
        Assert.False(ring.CanAppend(8));
    }

    [Theory]
    [InlineData(uint.MaxValue)]
    [InlineData(2u * ChunkLength / 8)]
    [InlineData(ChunkLength / 8 - 1u)]
    [InlineData(ChunkLength / 8u)]
    public void Positions_where_no_entry_can_be_read_are_refused(uint position)
    {
        var ring = new EntryRing(ChunkLength, chunkCount: 2);
        ring.Append(ChunkLength, out _).Fill(0xFF);

        Assert.False(ring.TryRead(position, out _));
    }

    private static void Append(
        EntryRing ring, Queue<(uint Position, byte Mark, int Length)> model, int length, byte mark)
    {
        while (!ring.CanAppend(length))
            DropAndCompare(ring, model);
        Fill(ring.Append(length, out var position), mark);
        model.Enqueue((position, mark, length));
    }

    private static void Fill(Span<byte> entry, byte mark)
    {
        entry.Fill(mark);
        BitConverter.TryWriteBytes(entry, entry.Length);
    }

    private static void DropAndCompare(EntryRing ring, Queue<(uint Position, byte Mark, int Length)> model)
    {
        var expected = model.Dequeue();
        Assert.True(ring.TryPeek(out var position, out var entry));
        Assert.Equal(expected.Position, position);
        Assert.Equal(expected.Length, entry.Length);
        Assert.Equal(-1, entry[4..].IndexOfAnyExcept(expected.Mark));
        Assert.True(ring.TryRead(position, out var read));
        Assert.True(read == entry);
        ring.Drop();
    }
}
