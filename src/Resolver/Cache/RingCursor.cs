namespace Resolver.Cache;

/// <summary>How far a run through the rings of a shard has come.</summary>
/// <param name="Ring">Which ring: <see cref="Main"/>, <see cref="Small"/>, or past both.</param>
/// <param name="At">Where in it the next entry stands.</param>
/// <param name="Position">The entry found last.</param>
internal readonly record struct RingCursor(int Ring, long At, uint Position)
{
    /// <summary>The ring of entries that proved useful.</summary>
    public const int Main = 0;

    /// <summary>The ring of newcomers.</summary>
    public const int Small = 1;

    /// <summary>The start of the next ring.</summary>
    public RingCursor NextRing => new(Ring + 1, 0, 0);
}
