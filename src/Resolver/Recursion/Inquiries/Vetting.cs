using Resolver.Recursion.Responses;

namespace Resolver.Recursion.Inquiries;

/// <summary>
/// Looks at an acceptable response once more before it is taken: null to take it, or in words why another server
/// should be asked first.
/// </summary>
internal delegate ValueTask<string?> Vetting(ScrubbedResponse response);
