using Resolverd.Wiring;

namespace Resolverd.Hosting;

/// <summary>Builds the daemon out of its parts: the one place that knows them all.</summary>
internal static class Composition
{
    /// <summary>The daemon for these settings, not yet started.</summary>
    /// <exception cref="DaemonException">A file that the settings name cannot be used.</exception>
    public static DaemonPlan Build(DaemonContext context) => Build(context, null);

    /// <summary>The same with somebody who looks on.</summary>
    /// <exception cref="DaemonException">A file that the settings name cannot be used.</exception>
    public static DaemonPlan Build(DaemonContext context, QueryWatch? watch)
    {
        var core = new ResolverCore(context, watch);
        var listeners = new ListenerPart(context, core);
        return new()
        {
            Parts = [core.Part, listeners.Part],
            SelfQueryAsync = cancellation => SelfQuery.AskAsync(listeners.Udp, core, cancellation),
        };
    }
}
