using System.Collections.Immutable;
using Dns;
using Resolver;
using Resolver.Answers;
using Resolver.Cache;
using Resolver.Policy;
using Resolver.Ports;
using Resolverd.Listeners;
using Resolverd.Workers;

namespace Resolverd.Tests.Rig;

/// <summary>
/// What listeners stand on: the real packet handler with an empty cache and one local zone, <c>hit.test</c>, and
/// homes for the queries that need an answer found, which a test answers as it likes.
/// </summary>
internal sealed class ListenerRig : IDisposable
{
    private static readonly DomainNameComparer Comparer = new(42);
    private readonly ImmutableArray<Worker> _workers;

    public ListenerRig(CompleteQuery complete, int workers = 2, int limit = 1000)
    {
        Faults = new FaultLog(Log, TimeProvider.System);
        _workers = [.. Enumerable.Range(0, workers).Select(index => new Worker($"home {index}", Clock, Faults))];
        Pool = new ResolverPool([.. _workers.Select(worker => new ResolverWorker(worker, complete, limit, Faults))]);
        foreach (var worker in _workers)
            worker.Start();
        Services = new ListenerServices
        {
            Clock = Clock, Handlers = new PacketHandlers(NewHandler), Resolvers = Pool, Faults = Faults, Log = Log,
        };
    }

    public ListLogger Log { get; } = new();

    public Clock Clock { get; init; } = new RealClock();

    public FaultLog Faults { get; }

    public ResolverPool Pool { get; }

    public ListenerServices Services { get; }

    /// <summary>Completes every query with SERVFAIL.</summary>
    public static ValueTask<int> FailAsync(PendingQuery query, Memory<byte> response, CancellationToken token) =>
        ValueTask.FromResult(RejectionEncoder.Encode(query.Packet, ResponseCode.ServFail, null, response.Span));

    /// <summary>A handler as the daemon makes it.</summary>
    public static HandlePacket NewHandler()
    {
        var zone = new LocalZoneBuilder("hit.test.", Comparer).Address("www.hit.test.", "192.0.2.1");
        for (var i = 0; i < 240; i++)
            zone.Add(DomainName.Parse("big.hit.test."), RecordType.Txt, [250, .. new byte[249], (byte)i]);
        var settings = new HandlerSettings
        {
            LocalZones = new LocalZones([zone.Build()], Comparer),
            ChecksOwnAnswers = true,
        };
        var cache = new RRsetCache(new CacheOptions { CapacityBytes = 0 }, new TestEntropy());
        return new QueryHandler(settings, cache, Comparer).Handle;
    }

    public void Dispose()
    {
        foreach (var worker in _workers)
            worker.Stop();
        Pool.Dispose();
    }
}
