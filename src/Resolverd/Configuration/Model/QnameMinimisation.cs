namespace Resolverd.Configuration.Model;

/// <summary>How much of a name the servers above its zone get to see (RFC 9156).</summary>
internal enum QnameMinimisation
{
    /// <summary>All of it.</summary>
    Off,

    /// <summary>What they need; the full name where a server answers wrongly.</summary>
    Relaxed,

    /// <summary>What they need, even if a wrong server makes the name fail.</summary>
    Strict,
}
