namespace Resolverd.Commands;

/// <summary>What the process tells whoever started it. Stable: scripts and units depend on the numbers.</summary>
internal enum ExitCode
{
    /// <summary>Done, or stopped as asked.</summary>
    Ok = 0,

    /// <summary>A fault in the program itself.</summary>
    Fault = 1,

    /// <summary>The command line is wrong.</summary>
    Usage = 2,

    /// <summary>The configuration is wrong; nothing was started.</summary>
    Configuration = 3,

    /// <summary>An address cannot be listened on: in use, not permitted or not there.</summary>
    CannotListen = 4,

    /// <summary>A file or folder that is needed cannot be read or written.</summary>
    CannotUseFile = 5,

    /// <summary>Stopped, but not everything ended in time.</summary>
    StoppedLate = 6,
}
