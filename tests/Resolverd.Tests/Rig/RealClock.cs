using System.Diagnostics;
using Dns;
using Resolver.Ports;

namespace Resolverd.Tests.Rig;

/// <summary>The machine's time.</summary>
internal sealed class RealClock : Clock
{
    public override Moment Now => new(
        new Instant((long)Stopwatch.GetElapsedTime(0).TotalMilliseconds),
        new UnixTime(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()));
}
