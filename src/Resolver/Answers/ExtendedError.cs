using Dns.Edns;

namespace Resolver.Answers;

/// <summary>An extended DNS error to be sent along (RFC 8914 §2).</summary>
/// <param name="Code">INFO-CODE.</param>
/// <param name="Text">EXTRA-TEXT for a person; empty for none.</param>
public readonly record struct ExtendedError(ExtendedErrorCode Code, string Text = "");
