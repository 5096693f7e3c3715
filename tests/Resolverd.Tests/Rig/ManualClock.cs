using Dns;
using Resolver.Ports;

namespace Resolverd.Tests.Rig;

/// <summary>A clock that a test moves.</summary>
internal sealed class ManualClock : Clock
{
    private long _milliseconds = 1;

    public override Moment Now => new(new Instant(_milliseconds), new UnixTime(_milliseconds));

    public override long TimestampFrequency => 1000;

    public override long GetTimestamp() => Interlocked.Read(ref _milliseconds);

    public void Pass(TimeSpan time) => Interlocked.Add(ref _milliseconds, (long)time.TotalMilliseconds);
}
