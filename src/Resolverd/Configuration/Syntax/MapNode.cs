using System.Collections.Immutable;

namespace Resolverd.Configuration.Syntax;

/// <summary>Keys with values. The reader has made sure that no key occurs twice.</summary>
internal sealed record MapNode(SourcePosition Position, ImmutableArray<MapEntry> Entries) : ConfigNode(Position)
{
    /// <summary>The value of a key, or nothing.</summary>
    public MapEntry? Find(string key)
    {
        foreach (var entry in Entries)
        {
            if (entry.Key == key)
                return entry;
        }

        return null;
    }

    /// <inheritdoc/>
    public override string Describe() => "a map of keys";
}
