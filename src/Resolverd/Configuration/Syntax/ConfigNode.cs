namespace Resolverd.Configuration.Syntax;

/// <summary>A value as written: a scalar, a list or a map, with its place. Closed: these three and no more.</summary>
internal abstract record ConfigNode(SourcePosition Position)
{
    /// <summary>What was found, in words short enough for a message.</summary>
    public abstract string Describe();
}
