using Resolverd.Configuration.Values;

namespace Resolverd.Configuration.Reading;

/// <summary>
/// The one declaration of a key: from it come parsing, validation, the reference page, the JSON schema and
/// <c>show-config</c>.
/// </summary>
internal sealed record Key<T>(string Name, ValueKind<T> Kind, KeyStatus Status)
{
    /// <summary>The value when the key is not given; means nothing for a required key.</summary>
    public required T Default { get; init; }

    /// <summary>What the key does, in a sentence or two for an operator.</summary>
    public required string Description { get; init; }

    /// <summary>When a changed value is taken over.</summary>
    public required KeyChange Change { get; init; }

    /// <summary>The version that first had the key.</summary>
    public required string Since { get; init; }
}
