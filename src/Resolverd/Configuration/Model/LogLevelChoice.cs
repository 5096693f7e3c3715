namespace Resolverd.Configuration.Model;

/// <summary>The least important messages that are written.</summary>
internal enum LogLevelChoice
{
    /// <summary>What stops the daemon or a part of it.</summary>
    Error,

    /// <summary>What an operator should look at.</summary>
    Warning,

    /// <summary>What happens to the daemon as a whole.</summary>
    Info,

    /// <summary>What happens inside, for finding faults.</summary>
    Debug,
}
