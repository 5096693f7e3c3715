using Resolverd.Configuration.Reading;
using Resolverd.Configuration.Values;

namespace Resolverd.Configuration.Model;

/// <summary>The socket by which a running daemon is controlled.</summary>
internal sealed record ControlSettings
{
    /// <summary>Whether there is one.</summary>
    public required bool Enabled { get; init; }

    /// <summary>Its path.</summary>
    public required string Socket { get; init; }

    /// <summary>Its permissions.</summary>
    public required UnixFileMode Mode { get; init; }

    /// <summary>Declares the keys and reads them.</summary>
    public static ControlSettings Read(SectionReader r) => new()
    {
        Enabled = r.Planned("enabled", Kinds.Boolean, true, "Open the control socket."),
        Socket = r.Planned("socket", Kinds.SocketPath, "/run/resolverd/control.sock",
            "The Unix socket that `resolverd status` and its like speak to."),
        Mode = r.Planned("mode", Kinds.Permissions, (UnixFileMode)0b110_110_000,
            "Permissions of the socket. Who may write to it may control the daemon."),
    };
}
