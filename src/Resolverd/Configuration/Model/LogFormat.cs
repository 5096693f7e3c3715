namespace Resolverd.Configuration.Model;

/// <summary>How messages look.</summary>
internal enum LogFormat
{
    /// <summary>Lines for people; under systemd with the journal's priorities in place of times.</summary>
    Plain,

    /// <summary>One JSON object per line with stable fields.</summary>
    Json,
}
