using System.Collections.Immutable;
using Resolver;

namespace Resolverd.Workers;

/// <summary>
/// The workers that find answers. A question's hash chooses its home, so that equal questions meet on one thread and
/// are asked once.
/// </summary>
internal sealed class ResolverPool(ImmutableArray<ResolverWorker> homes) : IDisposable
{
    /// <summary>Queries being worked on.</summary>
    public int Outstanding => homes.Sum(home => home.Outstanding);

    /// <summary>Takes a query in at its home; false if that has too many, and then nothing happens to it.</summary>
    public bool TryPost(PendingQuery query, ReplyPath reply) =>
        homes[(int)(query.Home % (ulong)homes.Length)].TryPost(query, reply);

    /// <summary>Waits for what is under way, cancels it once the token fires, and ends the threads.</summary>
    public Task StopAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(homes.Select(home => home.StopAsync(cancellationToken)));

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var home in homes)
            home.Dispose();
    }
}
