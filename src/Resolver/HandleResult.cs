namespace Resolver;

/// <summary>What <see cref="QueryHandler.Handle"/> did with a packet.</summary>
/// <param name="Disposition">Dropped, answered or pending.</param>
/// <param name="Length">Octets of the response, where it is answered.</param>
/// <param name="Work">
/// What is left to do on the home worker: find the answer, where it is pending; refresh what was answered, where it
/// is answered and near its end or stale; null for nothing.
/// </param>
public readonly record struct HandleResult(Disposition Disposition, int Length, PendingQuery? Work)
{
    /// <summary>Nothing is sent back.</summary>
    public static HandleResult Dropped => default;

    /// <summary>The response is written.</summary>
    public static HandleResult Answered(int length, PendingQuery? refresh = null) =>
        new(Disposition.Answered, length, refresh);

    /// <summary>The answer comes later.</summary>
    public static HandleResult Pending(PendingQuery work) => new(Disposition.Pending, 0, work);
}
