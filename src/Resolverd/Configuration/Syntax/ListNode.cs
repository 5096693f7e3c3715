using System.Collections.Immutable;

namespace Resolverd.Configuration.Syntax;

/// <summary>A list of values.</summary>
internal sealed record ListNode(SourcePosition Position, ImmutableArray<ConfigNode> Items) : ConfigNode(Position)
{
    /// <inheritdoc/>
    public override string Describe() => "a list";
}
