using Dns;
using Resolver;
using Resolver.Answers;
using Resolver.Cache;
using Resolver.Ports;
using Resolver.Queries;
using Resolver.Recursion;
using Resolver.Recursion.Work;
using Resolver.Validation;
using ClientTransport = Resolver.Queries.Transport;
using NetTransport = Simulation.Net.Transport;

namespace Simulation.Worlds;

/// <summary>The real resolver, whole, with the simulated world in the place of sockets, clock and dice.</summary>
public sealed class SimulatedResolver
{
    private readonly World _world;
    private readonly ResolverPlan _plan;
    private readonly QueryHandler _handler;
    private readonly Recursor _recursor;
    private readonly RRsetCache _cache;

    private SimulatedResolver(World world, ResolverPlan plan, IValidator validator)
    {
        _world = world;
        _plan = plan;
        _cache = new(plan.Cache, world.Entropy);
        _recursor = new(plan.Recursion, _cache, world.Network, world.Clock, world.Entropy, validator);
        _handler = new(plan.Handler, _cache, new DomainNameComparer(world.Trace.Hash));
    }

    /// <summary>Resolutions under way.</summary>
    public int InFlightCount => _recursor.InFlightCount;

    /// <summary>Makes a resolver and puts it into a world.</summary>
    public static SimulatedResolver Install(World world, ResolverPlan plan, IValidator? validator = null)
    {
        var resolver = world.Enter(() => new SimulatedResolver(world, plan, validator ?? NoValidation.Instance));
        world.Resolver = resolver.AnswerAsync;
        return resolver;
    }

    private async ValueTask<byte[]?> AnswerAsync(
        ReadOnlyMemory<byte> message, HostAddress client, NetTransport transport)
    {
        var over = transport == NetTransport.Udp ? ClientTransport.Udp : ClientTransport.Tcp;
        var context = new ClientContext(client, 4711, over);
        var response = new byte[ushort.MaxValue];
        var result = Handle(message, context, response);
        return result.Disposition switch
        {
            Disposition.Answered => response[..result.Length],
            Disposition.Pending => await CompleteAsync(message, context, response),
            _ => null,
        };
    }

    private HandleResult Handle(ReadOnlyMemory<byte> message, ClientContext client, byte[] response) =>
        _handler.Handle(
            new ClientRequest { Packet = message.Span, Client = client, Response = response }, _world.Clock.Now);

    private async ValueTask<byte[]> CompleteAsync(ReadOnlyMemory<byte> message, ClientContext client, byte[] response)
    {
        var (chain, type) = Restart(message);
        var context = new ResolutionContext(new Budget(_plan.Recursion.Limits));
        var outcome = await WaitAsync(_recursor.CompleteAsync(chain, type, context, CancellationToken.None).AsTask());
        return response[..Encode(message, client, new Answer(chain, outcome), response)];
    }

    private static (AliasChain Chain, RecordType Type) Restart(ReadOnlyMemory<byte> message)
    {
        var query = Parse(message);
        var chain = new AliasChain();
        chain.Restart(query.Name);
        return (chain, query.Type);
    }

    /// <summary>The client gets SERVFAIL before it asks again; the search goes on.</summary>
    private async ValueTask<Outcome> WaitAsync(Task<Outcome> search)
    {
        try
        {
            return await search.WaitAsync(TimeSpan.FromMilliseconds(_plan.Handler.Deadlines.FailureMs), _world.Clock);
        }
        catch (TimeoutException)
        {
            return Outcome.Failed(FailureReason.NoReachableAuthority);
        }
    }

    private static Query Parse(ReadOnlyMemory<byte> message)
    {
        Invariant.Require(QueryParser.TryParse(message.Span, out var query, out _));
        return query;
    }

    private int Encode(ReadOnlyMemory<byte> message, ClientContext client, in Answer answer, byte[] response)
    {
        return AnswerEncoder.Encode(
            Parse(message), client, answer, _plan.Handler.Responses, default, response);
    }
}
