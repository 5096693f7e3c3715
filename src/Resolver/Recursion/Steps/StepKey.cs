using Dns;

namespace Resolver.Recursion.Steps;

/// <summary>What one step of a resolution is about. The same step is never under way twice.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The type.</param>
/// <param name="Checking">Who checks signatures.</param>
internal readonly record struct StepKey(DomainName Name, RecordType Type, Checking Checking);
