using Resolverd.Configuration.Model;

namespace Resolverd.Hosting;

/// <summary>
/// A part of the daemon that starts, may follow new settings, and stops: the listeners, the control socket, a snapshot
/// writer. What a part cannot get from the world it says with a <see cref="DaemonException"/>.
/// </summary>
internal sealed record DaemonPart(string Name)
{
    /// <summary>Begins to serve. When it returns, the part works.</summary>
    public Func<CancellationToken, ValueTask> StartAsync { get; init; } = _ => ValueTask.CompletedTask;

    /// <summary>
    /// Makes ready for new settings while the old ones still apply; throws where they cannot be had, and then nothing
    /// changes anywhere.
    /// </summary>
    public Func<Settings, CancellationToken, ValueTask<PartChange>> PrepareAsync { get; init; } =
        (_, _) => ValueTask.FromResult(PartChange.None);

    /// <summary>Finishes what is under way and ends; at once when the token fires.</summary>
    public Func<CancellationToken, ValueTask> StopAsync { get; init; } = _ => ValueTask.CompletedTask;
}
