using Resolverd.Commands;

namespace Resolverd.Hosting;

/// <summary>
/// The world refused something the daemon cannot do without: an address, a file. The message is for the operator and
/// says what to do; the code is what the process ends with.
/// </summary>
internal sealed class DaemonException(ExitCode code, string message, Exception? cause = null)
    : Exception(message, cause)
{
    /// <summary>What the process ends with.</summary>
    public ExitCode Code { get; } = code;
}
