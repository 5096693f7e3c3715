using System.Collections.Immutable;

namespace Resolverd.Configuration.Reading;

/// <summary>A group of keys: a section, or one item of a list of such groups.</summary>
internal sealed record SchemaSection(string Name, string Path, string Description)
    : SchemaEntry(Name, Path, Description)
{
    /// <summary>What is in it, in the order of declaration.</summary>
    public required ImmutableArray<SchemaEntry> Children { get; init; }

    /// <summary>The most items, where this is a list of groups; nothing where it is a section.</summary>
    public required int? MaximumCount { get; init; }

    /// <summary>Whether this is a list that the version at hand does not take yet.</summary>
    public bool IsPlannedList { get; init; }

    /// <inheritdoc/>
    public override bool IsPlanned => IsPlannedList || Children.All(child => child.IsPlanned);

    /// <summary>Every key below, depth first.</summary>
    public IEnumerable<SchemaKey> Keys() => Children.SelectMany(child => child switch
    {
        SchemaKey key => [key],
        SchemaSection section => section.Keys(),
        _ => [],
    });

    /// <summary>Every path that may be written: keys, sections and lists.</summary>
    public IEnumerable<string> Paths() => Children.SelectMany(child => child switch
    {
        SchemaSection { MaximumCount: null } section => section.Paths().Prepend(section.Path),
        _ => [child.Path],
    });
}
