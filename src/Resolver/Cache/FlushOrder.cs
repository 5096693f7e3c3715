namespace Resolver.Cache;

/// <summary>A flush that takes effect when an entry is read.</summary>
/// <param name="Generation">The flushes ordered up to this one: entries of an earlier generation are gone.</param>
/// <param name="Scope">What it takes away.</param>
/// <param name="Apex">The top of the subtree, in wire form.</param>
internal readonly record struct FlushOrder(ushort Generation, FlushScope Scope, byte[] Apex);
