using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Resolverd.Hosting;

/// <summary>
/// Milliseconds that never go back. On Linux they also pass while the machine sleeps, so that a laptop does not wake up
/// with yesterday's records taken for fresh.
/// </summary>
internal static partial class MonotonicClock
{
    // clock_gettime(2): CLOCK_BOOTTIME.
    private const int BootTime = 7;

    private static readonly bool HasBootTime = OperatingSystem.IsLinux() && Environment.Is64BitProcess && Probe();

    /// <summary>Milliseconds since some point before the process started.</summary>
    public static long Milliseconds =>
        HasBootTime && GetTime(BootTime, out var time) == 0
            ? (time.Seconds * 1000) + (time.Nanoseconds / 1_000_000)
            : (long)Stopwatch.GetElapsedTime(0).TotalMilliseconds;

    private static bool Probe()
    {
        try
        {
            return GetTime(BootTime, out _) == 0;
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    [SuppressGCTransition]
    private static partial int GetTime(int clock, out TimeSpec time);

    /// <summary>The system's own form of a time.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly struct TimeSpec
    {
        /// <summary>Whole seconds.</summary>
        public readonly long Seconds;

        /// <summary>What is left of the next second.</summary>
        public readonly long Nanoseconds;
    }
}
