namespace Resolver.Answers;

/// <summary>What the listener adds to the OPT record of an answer. The default value adds nothing.</summary>
/// <param name="KeepaliveTenths">
/// How long an idle connection is kept, in tenths of a second (RFC 7828 §3.1); sent to clients that know the option.
/// </param>
/// <param name="PaddingBlock">
/// Answers to padded queries are padded to a multiple of so many octets (RFC 8467 §4.1); 0 for no padding.
/// </param>
public readonly record struct ResponseExtras(ushort? KeepaliveTenths = null, int PaddingBlock = 0);
