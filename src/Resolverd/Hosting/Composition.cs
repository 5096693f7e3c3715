namespace Resolverd.Hosting;

/// <summary>Builds the daemon out of its parts: the one place that knows them all.</summary>
internal static class Composition
{
    /// <summary>The daemon for these settings, not yet started.</summary>
    public static DaemonPlan Build(DaemonContext context) => new()
    {
        Parts = [],
        // As long as nobody listens there is nobody to ask.
        SelfQueryAsync = _ => ValueTask.FromResult(true),
    };
}
