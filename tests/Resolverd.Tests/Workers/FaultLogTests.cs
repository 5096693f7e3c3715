using Resolverd.Tests.Rig;
using Resolverd.Workers;

namespace Resolverd.Tests.Workers;

public sealed class FaultLogTests
{
    [Theory]
    [InlineData(FaultLog.MaxPerWindow, FaultLog.MaxPerWindow)]
    [InlineData(FaultLog.MaxPerWindow + 1, FaultLog.MaxPerWindow)]
    public void Every_fault_is_counted_and_the_first_ones_are_logged(int faults, int lines)
    {
        var log = new ListLogger();
        var faultLog = new FaultLog(log, new StoppedTime());

        for (var i = 0; i < faults; i++)
            faultLog.Record(new InvalidOperationException(), "test");

        Assert.Equal(faults, faultLog.Count);
        Assert.Equal(lines, log.Lines.Count);
    }

    [Fact]
    public void A_new_window_tells_how_many_were_left_out()
    {
        var log = new ListLogger();
        var time = new StoppedTime();
        var faultLog = new FaultLog(log, time);
        for (var i = 0; i < FaultLog.MaxPerWindow + 5; i++)
            faultLog.Record(new InvalidOperationException(), "test");
        log.Lines.Clear();

        time.Seconds += FaultLog.WindowSeconds;
        faultLog.Record(new InvalidOperationException(), "test");

        Assert.Equal(2, log.Lines.Count);
        Assert.Contains(log.Lines, line => line.StartsWith("1101 5 more", StringComparison.Ordinal));
    }
}
