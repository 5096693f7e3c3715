namespace Dnssec.Trust;

/// <summary>One change to a key of a trust point, for the log.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="KeyTag">The tag of the key, unrevoked.</param>
public readonly record struct AnchorChange(AnchorChangeKind Kind, ushort KeyTag);
