namespace Resolverd.Hosting;

/// <summary>How far a test has moved the clock. Zero in production, where nothing writes it.</summary>
internal sealed class ClockOffset
{
    private long _milliseconds;

    /// <summary>Milliseconds to add to both clocks; may be negative.</summary>
    public long Milliseconds
    {
        get => Volatile.Read(ref _milliseconds);
        set => Volatile.Write(ref _milliseconds, value);
    }
}
