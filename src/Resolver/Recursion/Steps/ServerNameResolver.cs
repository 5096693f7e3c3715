using Dns;
using Resolver.Answers;
using Resolver.Cache;
using Resolver.Ports;
using Resolver.Recursion.Delegations;
using Resolver.Recursion.Exchanges;
using Resolver.Recursion.Inquiries;
using Resolver.Recursion.Responses;
using Resolver.Recursion.Tracing;

namespace Resolver.Recursion.Steps;

/// <summary>
/// Finds addresses of servers whose names alone are known: like those of any other name, or, for a name inside the
/// very zone it serves, from the zone's parent, which has forgotten to send them along.
/// </summary>
internal sealed class ServerNameResolver(
    ChainResolver chains, DelegationFinder finder, Inquirer inquirer, RecursionOptions options)
{
    /// <summary>The addresses of one type of a server of a delegation.</summary>
    public async ValueTask<IReadOnlyList<HostAddress>> FindAsync(
        ServerName server, RecordType type, StepContext context, CancellationToken cancellationToken)
    {
        if (server.Name.IsAtOrBelow(server.Zone) && !server.Zone.IsRoot
            && await AskParentAsync(server, type, context) is { Count: > 0 } glue)
            return glue;
        var chain = new AliasChain();
        chain.Restart(server.Name.Wire);
        var outcome = chains.Walk(chain, type, new CacheArena())
            ?? await chains.CompleteAsync(chain, type, context, cancellationToken);
        return outcome.Kind == OutcomeKind.Data ? AddressesOf(outcome.Data.Set) : [];
    }

    private async ValueTask<List<HostAddress>> AskParentAsync(ServerName server, RecordType type, StepContext context)
    {
        var parent = await finder.FindAsync(server.Zone.Parent, type, context, null);
        context.Trace?.Note(TraceKind.Decision, $"{server.Name} is inside {server.Zone}: its parent is asked for glue");
        var question = new Question(server.Name, type) { AsksForSignatures = options.AsksForSignatures };
        var found = await inquirer.AskAsync(parent, question, context, new(parent, options.Zones), null);
        if (found.Response is not { } response)
            return [];
        if (response is { Kind: ResponseKind.Answer, Links.Count: 0 })
            return AddressesOf(response.Data);
        var addresses = new List<HostAddress>();
        foreach (var glue in response.Glue)
        {
            if (WireName.Equals(glue.Owner, server.Name.Wire) && glue.Type == type)
                addresses.AddRange(AddressesOf(glue));
        }
        return addresses;
    }

    private static List<HostAddress> AddressesOf(RRset set)
    {
        var addresses = new List<HostAddress>();
        foreach (var rdata in set.Records)
        {
            if (HostAddress.TryFromOctets(rdata, out var address) && addresses.Count < NameServer.MaxGlue)
                addresses.Add(address);
        }
        return addresses;
    }
}
