namespace Resolverd.Control;

/// <summary>Finds the verb of a call and has it done; whatever goes wrong becomes a reply.</summary>
internal sealed class ControlDispatcher
{
    private readonly Dictionary<string, ControlVerb> _verbs;

    /// <summary>Knows these verbs.</summary>
    public ControlDispatcher(IEnumerable<ControlVerb> verbs) => _verbs = verbs.ToDictionary(verb => verb.Name);

    /// <summary>Obeys one line.</summary>
    public async ValueTask<ControlReply> DispatchAsync(ReadOnlyMemory<byte> line, CancellationToken cancellationToken)
    {
        try
        {
            var request = ControlRequest.Parse(line);
            if (!_verbs.TryGetValue(request.Verb, out var verb))
                throw new ControlException(ControlException.UnknownVerb, Unknown(request.Verb));
            var arguments = new ControlArguments(verb, request.Arguments);
            return ControlReply.Done(await verb.RunAsync(arguments, cancellationToken));
        }
        catch (ControlException error)
        {
            return ControlReply.Failed(error);
        }
    }

    private string Unknown(string verb) =>
        $"there is no verb '{verb}'; there are: {string.Join(", ", _verbs.Keys.Order(StringComparer.Ordinal))}";
}
