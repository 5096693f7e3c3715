using Resolver;

namespace Resolverd.Workers;

/// <summary>
/// Finds the answer to a query that could not be answered at once and writes the response; returns its length, or 0
/// if there is nothing to send. Runs on the worker that is the query's home.
/// </summary>
internal delegate ValueTask<int> CompleteQuery(
    PendingQuery query, Memory<byte> response, CancellationToken cancellationToken);
