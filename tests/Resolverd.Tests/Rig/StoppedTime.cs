namespace Resolverd.Tests.Rig;

/// <summary>Time that passes when told to.</summary>
internal sealed class StoppedTime : TimeProvider
{
    public long Seconds { get; set; }

    public override long TimestampFrequency => 1;

    public override long GetTimestamp() => Seconds;
}
