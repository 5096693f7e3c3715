namespace Resolver.Recursion.Tracing;

/// <summary>What a step of a trace tells.</summary>
public enum TraceKind : byte
{
    /// <summary>A question begins, the client's or one of the resolver's own.</summary>
    Question,

    /// <summary>The cache was looked into, or something was put into it.</summary>
    Cache,

    /// <summary>A zone was chosen to be asked, or a referral to one was accepted.</summary>
    Delegation,

    /// <summary>One question to one server, and what came back.</summary>
    Exchange,

    /// <summary>Part of a response was not used.</summary>
    Scrubbed,

    /// <summary>A decision on how to go on.</summary>
    Decision,

    /// <summary>What validation found.</summary>
    Validation,

    /// <summary>A limit was met.</summary>
    Budget,

    /// <summary>How it ended.</summary>
    Outcome,
}
