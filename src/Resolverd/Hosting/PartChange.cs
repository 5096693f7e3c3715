namespace Resolverd.Hosting;

/// <summary>
/// A part's move to new settings, prepared and not yet visible. One of the two is called, once: to commit cannot fail,
/// and to discard leaves no trace.
/// </summary>
internal sealed record PartChange(Action Commit, Action Discard)
{
    /// <summary>Nothing that the part cares about has changed.</summary>
    public static PartChange None { get; } = new(() => { }, () => { });
}
