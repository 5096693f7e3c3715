using Dns;

namespace Resolverd.Demo.Zones;

/// <summary>An RRset in an answer, under the name it was asked by: a wildcard's takes that of the question.</summary>
/// <param name="Owner">The owner it appears under.</param>
/// <param name="Set">The records.</param>
internal readonly record struct PlacedSet(DomainName Owner, RRset Set);
