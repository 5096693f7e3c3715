using System.Text.Json.Nodes;

namespace Resolverd.Control;

/// <summary>
/// One thing a running daemon can be told to do or to tell. Verbs are stable: what one answers may grow by members
/// and never changes otherwise.
/// </summary>
internal abstract class ControlVerb
{
    /// <summary>The word that calls it, <c>cache.flush-name</c> for instance.</summary>
    public abstract string Name { get; }

    /// <summary>The arguments it takes, each of which is text; any other is an error that changes nothing.</summary>
    public virtual IReadOnlyList<string> Arguments => [];

    /// <summary>Does it and returns what there is to tell.</summary>
    /// <exception cref="ControlException">An argument is missing or wrong; nothing was changed.</exception>
    public abstract ValueTask<JsonNode> RunAsync(ControlArguments arguments, CancellationToken cancellationToken);
}
