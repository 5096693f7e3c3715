using Dns;
using Resolver;
using Resolver.Cache;
using Resolver.Ports;
using Resolver.Queries;
using Resolver.Recursion;
using Resolver.Validation;
using ClientTransport = Resolver.Queries.Transport;
using NetTransport = Simulation.Net.Transport;

namespace Simulation.Worlds;

/// <summary>The real resolver, whole, with the simulated world in the place of sockets, clock and dice.</summary>
public sealed class SimulatedResolver
{
    private const ushort ClientPort = 4711;

    private readonly World _world;
    private readonly QueryHandler _handler;
    private readonly MissResolver _misses;
    private readonly Recursor _recursor;
    private int _refreshes;

    private SimulatedResolver(World world, ResolverPlan plan)
    {
        _world = world;
        Cache = new(plan.Cache, world.Entropy);
        IValidator validator = plan.Validation is { } options
            ? new ChainValidator(options, world.Clock)
            : NoValidation.Instance;
        _recursor = new(plan.Recursion, Cache, world.Network, world.Clock, world.Entropy, validator);
        _handler = new(plan.Handler, Cache, new DomainNameComparer(world.Seed));
        _misses = new(plan.Handler, _recursor, Cache, world.Clock, plan.Recursion.Limits);
    }

    /// <summary>What the resolver remembers.</summary>
    public RRsetCache Cache { get; }

    /// <summary>Resolutions and refreshes under way.</summary>
    public int InFlightCount => _recursor.InFlightCount + _refreshes;

    /// <summary>Bugs that a query met and that the resolver survived.</summary>
    public long BrokenInvariants => _misses.BrokenInvariants;

    /// <summary>Makes a resolver and puts it into a world.</summary>
    public static SimulatedResolver Install(World world, ResolverPlan plan)
    {
        var resolver = world.Enter(() => new SimulatedResolver(world, plan));
        world.Resolver = resolver.AnswerAsync;
        return resolver;
    }

    private async ValueTask<byte[]?> AnswerAsync(
        ReadOnlyMemory<byte> message, HostAddress client, NetTransport transport)
    {
        var over = transport == NetTransport.Udp ? ClientTransport.Udp : ClientTransport.Tcp;
        var response = new byte[ushort.MaxValue];
        var result = Handle(message, new ClientContext(client, ClientPort, over), response);
        if (result.Disposition == Disposition.Answered && result.Work is { } refresh)
            _ = RefreshAsync(refresh);
        return result.Disposition switch
        {
            Disposition.Answered => response[..result.Length],
            Disposition.Pending =>
                response[..await _misses.AnswerAsync(result.Work!, response, CancellationToken.None)],
            _ => null,
        };
    }

    private HandleResult Handle(ReadOnlyMemory<byte> message, ClientContext client, byte[] response) =>
        _handler.Handle(
            new ClientRequest { Packet = message.Span, Client = client, Response = response }, _world.Clock.Now);

    private async Task RefreshAsync(PendingQuery work)
    {
        _refreshes++;
        try
        {
            await _misses.RefreshAsync(work, CancellationToken.None);
        }
        catch (Exception exception)
        {
            _world.Time.After(0, () => throw new SimulationException("a refresh broke", exception));
        }
        _refreshes--;
    }
}
