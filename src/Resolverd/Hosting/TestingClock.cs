using Microsoft.Extensions.Logging;
using Resolverd.Commands;
using Resolverd.Configuration.Model;

namespace Resolverd.Hosting;

/// <summary>Lets a test move the clock, and says so loudly.</summary>
internal static class TestingClock
{
    /// <summary>
    /// Applies the file that the settings name and keeps following it; nothing where they name none. From here on no
    /// clock shows a time that the test did not want.
    /// </summary>
    public static ClockOffsetFile? Follow(TestingSettings settings, ClockOffset offset, ILogger logger)
    {
        if (settings.Enabled)
            HostLog.TestingEnabled(logger);
        if (settings.ClockOffsetFile is not { } path)
            return null;
        HostLog.ClockFollowsFile(logger, path);
        return ClockOffsetFile.Follow(path, offset, TimeProvider.System, logger);
    }

    /// <summary>The part that refuses to change these settings while people are being served.</summary>
    public static DaemonPart Part(TestingSettings settings) => new("testing")
    {
        PrepareAsync = (next, _) => next.Testing == settings
            ? ValueTask.FromResult(PartChange.None)
            : throw new DaemonException(ExitCode.Configuration, "testing cannot change without a restart"),
    };
}
