namespace Resolverd.Control;

/// <summary>
/// A control call that cannot be done: said to the caller with a code for scripts and words for people.
/// </summary>
internal sealed class ControlException(string code, string message) : Exception(message)
{
    /// <summary>The code of a call to a verb that does not exist.</summary>
    public const string UnknownVerb = "unknown-verb";

    /// <summary>The code of a missing, unknown or wrong argument.</summary>
    public const string BadArgument = "bad-argument";

    /// <summary>The code of a request that is not in the form of the protocol.</summary>
    public const string BadRequest = "bad-request";

    /// <summary>The code of a call that the daemon's state does not allow now.</summary>
    public const string NotNow = "not-now";

    /// <summary>The code of a bug.</summary>
    public const string Fault = "fault";

    /// <summary>The code.</summary>
    public string Code { get; } = code;
}
