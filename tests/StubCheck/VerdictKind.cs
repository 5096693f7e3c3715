namespace StubCheck;

/// <summary>The three things a check can say.</summary>
public enum VerdictKind
{
    /// <summary>All is well.</summary>
    Ok,

    /// <summary>A client is broken, or would be.</summary>
    Break,

    /// <summary>The check has nothing to say here.</summary>
    LeftOut,
}
