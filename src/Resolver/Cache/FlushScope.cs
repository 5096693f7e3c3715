namespace Resolver.Cache;

/// <summary>What a flush order that works by generation takes away.</summary>
internal enum FlushScope : byte
{
    /// <summary>A name and all below it.</summary>
    Subtree,

    /// <summary>Denials, wherever they are.</summary>
    Denials,
}
