using Microsoft.Extensions.Logging;
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
}
