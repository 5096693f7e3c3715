using Microsoft.Extensions.Logging;
using Resolverd.Commands;
using Resolverd.Configuration;

namespace Resolverd.Hosting;

/// <summary>The folder for the daemon's own files.</summary>
internal static class StateFolder
{
    /// <summary>
    /// Makes sure that the folder exists and can be written. A folder that the operator named must be usable; the
    /// default one may be missing, as on a first try without installation, and then nothing is kept.
    /// </summary>
    public static string? Open(LoadedSettings loaded, ILogger logger)
    {
        var path = loaded.Settings!.StateDir;
        if (WhyUnusable(path) is not { } reason)
            return path;
        if (loaded.IsGiven("state-dir"))
            throw new DaemonException(ExitCode.CannotUseFile, $"state-dir {path} cannot be used: {reason}");
        HostLog.NoStateFolder(logger, path, reason);
        return null;
    }

    private static string? WhyUnusable(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            var probe = Path.Combine(path, $".probe-{Environment.ProcessId}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e.Message;
        }
    }
}
