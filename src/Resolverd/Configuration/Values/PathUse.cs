namespace Resolverd.Configuration.Values;

/// <summary>What a path is for, and so what is checked about it before anything starts.</summary>
internal enum PathUse
{
    /// <summary>Will be read; must exist and be readable.</summary>
    ReadFile,

    /// <summary>Will be created and written, or need not exist yet.</summary>
    Anywhere,

    /// <summary>A Unix socket, whose path is short.</summary>
    Socket,
}
