namespace Resolver.LocalRoot;

/// <summary>How many seconds before the end of its signatures a copy of the root zone causes what.</summary>
/// <param name="AlarmSeconds">An alarm.</param>
/// <param name="LastCallSeconds">All other sources are tried at once.</param>
/// <param name="DropSeconds">The copy is dropped and the root servers are asked.</param>
public sealed record RootWatchSettings(long AlarmSeconds, long LastCallSeconds, long DropSeconds)
{
    /// <summary>
    /// Four days, two days, one day. Signatures live 13 days and come anew several times a day, so that four days
    /// left mean nine days of failures.
    /// </summary>
    public static RootWatchSettings Default { get; } = new(4 * 86_400, 2 * 86_400, 86_400);
}
