using System.Text.Json.Nodes;

namespace Resolverd.Configuration.Reading;

/// <summary>A key that holds a value.</summary>
internal sealed record SchemaKey(string Name, string Path, string Description, KeyStatus Status)
    : SchemaEntry(Name, Path, Description)
{
    /// <summary>The type in words.</summary>
    public required string TypeName { get; init; }

    /// <summary>What is allowed, in words.</summary>
    public required string Allowed { get; init; }

    /// <summary>The default as YAML, or nothing where the key must be given.</summary>
    public required string? Default { get; init; }

    /// <summary>When a changed value is taken over.</summary>
    public required KeyChange Change { get; init; }

    /// <summary>The version that first had the key.</summary>
    public required string Since { get; init; }

    /// <summary>The JSON schema of the value.</summary>
    public required JsonObject Schema { get; init; }

    /// <inheritdoc/>
    public override bool IsPlanned => Status == KeyStatus.Planned;
}
