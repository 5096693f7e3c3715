namespace StubCheck;

/// <summary>What a check says of an exchange.</summary>
internal sealed record Verdict(VerdictKind Kind, string Reason)
{
    /// <summary>All is well.</summary>
    public static readonly Verdict Ok = new(VerdictKind.Ok, "");

    /// <summary>A client is broken, or would be.</summary>
    public static Verdict Break(string reason) => new(VerdictKind.Break, reason);

    /// <summary>The check has nothing to say here.</summary>
    public static Verdict LeftOut(string reason) => new(VerdictKind.LeftOut, reason);
}
