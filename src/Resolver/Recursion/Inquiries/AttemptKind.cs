namespace Resolver.Recursion.Inquiries;

/// <summary>Whether an exchange is needed.</summary>
internal enum AttemptKind : byte
{
    /// <summary>The inquiry waits for it.</summary>
    Needed,

    /// <summary>It goes along with another, to race it or to measure the server.</summary>
    Copy,
}
