using Dns.Zones;
using Xunit;

namespace Dns.Tests.Zones;

public sealed class ZoneAllocationTests
{
    [Fact]
    public void Reading_records_of_the_root_zones_types_allocates_nothing()
    {
        var reader = new ZoneReader(ZoneFileTests.Resource("root-small.zone"), new());
        reader.Read(out _);

        // The table of tokens grows with the longest record so far; the second reading finds it grown.
        var allocated = long.MaxValue;
        for (var i = 0; i < 3; i++)
        {
            reader = new ZoneReader(ZoneFileTests.Resource("root-small.zone"), new());
            reader.Read(out _);
            var before = GC.GetAllocatedBytesForCurrentThread();
            while (reader.Read(out _) == ZoneReadResult.Record)
            {
            }
            allocated = Math.Min(allocated, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(529, reader.Count);
        Assert.Equal(0, allocated);
    }
}
