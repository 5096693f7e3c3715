namespace Resolverd.Configuration.Reading;

/// <summary>A key or a group of keys, as the reference page and the JSON schema need it. Closed.</summary>
internal abstract record SchemaEntry(string Name, string Path, string Description)
{
    /// <summary>Whether setting it, or anything in it, is refused in this version.</summary>
    public abstract bool IsPlanned { get; }
}
