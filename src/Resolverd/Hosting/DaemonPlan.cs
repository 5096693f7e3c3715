using System.Collections.Immutable;

namespace Resolverd.Hosting;

/// <summary>What a daemon is made of, as composed and not yet started.</summary>
internal sealed record DaemonPlan
{
    /// <summary>The parts, in the order in which they start.</summary>
    public required ImmutableArray<DaemonPart> Parts { get; init; }

    /// <summary>
    /// Asks the daemon's own resolver a question it must be able to answer, by the way a client would. True if the
    /// answer came: only then is the watchdog told that all is well.
    /// </summary>
    public required Func<CancellationToken, ValueTask<bool>> SelfQueryAsync { get; init; }
}
