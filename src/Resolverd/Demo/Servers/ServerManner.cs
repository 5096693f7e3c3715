namespace Resolverd.Demo.Servers;

/// <summary>How a server behaves.</summary>
internal enum ServerManner
{
    /// <summary>As it should.</summary>
    Prompt,

    /// <summary>It takes a while over every answer.</summary>
    Slow,

    /// <summary>It is named for a zone and knows nothing of it.</summary>
    Lame,
}
