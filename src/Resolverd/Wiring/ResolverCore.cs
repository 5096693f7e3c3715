using System.Collections.Immutable;
using Dns;
using Microsoft.Extensions.Logging;
using Resolver;
using Resolver.Cache;
using Resolver.Ports;
using Resolver.Recursion;
using Resolver.Validation;
using Resolverd.Configuration.Model;
using Resolverd.Hosting;
using Resolverd.Listeners;
using Resolverd.Network;
using Resolverd.Workers;

namespace Resolverd.Wiring;

/// <summary>
/// The resolver as it runs: one cache, workers that find answers, and handlers of packets for the listeners. New
/// settings replace what depends on them; the cache stays.
/// </summary>
internal sealed class ResolverCore : IDisposable
{
    /// <summary>Queries that may wait for answers on one worker; above, they are dropped.</summary>
    private readonly int _maxOutstanding;

    private readonly DaemonContext _context;
    private readonly QueryWatch? _watch;
    private readonly DomainNameComparer _names;
    private readonly SocketNetwork _network;
    private readonly ImmutableArray<Worker> _threads;
    private readonly ImmutableArray<ResolverWorker> _homes;

    /// <summary>Makes the workers; they do not run yet.</summary>
    public ResolverCore(DaemonContext context, QueryWatch? watch = null)
    {
        _context = context;
        _watch = watch;
        _names = new(BitConverter.ToUInt64(PrivateOctets(context.Entropy)));
        var logger = context.Loggers.CreateLogger<ResolverCore>();
        var settings = Translate(context.Settings);
        Faults = new(logger, context.Clock);
        Cache = new(settings.Cache, context.Entropy);
        _network = new(NetworkOf(context.Settings), context.Entropy, context.Clock);
        var count = context.Settings.Listen.Workers ?? Environment.ProcessorCount;
        _maxOutstanding = Math.Max(1, context.Settings.Recursion.Concurrency.MaxResolutions / count);
        _threads =
        [
            .. Enumerable.Range(0, count).Select(index => new Worker($"resolver {index}", context.Clock, Faults)),
        ];
        _homes =
        [
            .. _threads.Select(thread =>
                new ResolverWorker(thread, Completion(thread, settings), _maxOutstanding, Faults)),
        ];
        Pool = new(_homes);
        Handlers = new(Handling(settings));
    }

    /// <summary>Everything known, shared by all workers.</summary>
    public RRsetCache Cache { get; }

    /// <summary>The workers that find answers.</summary>
    public ResolverPool Pool { get; }

    /// <summary>What answers packets.</summary>
    public PacketHandlers Handlers { get; }

    /// <summary>Unexpected exceptions.</summary>
    public FaultLog Faults { get; }

    /// <summary>The part of the daemon that this is.</summary>
    public DaemonPart Part => new("resolver")
    {
        StartAsync = _ =>
        {
            foreach (var thread in _threads)
                thread.Start();
            return ValueTask.CompletedTask;
        },
        PrepareAsync = (next, _) => ValueTask.FromResult(Prepare(next)),
    };

    /// <summary>Completes once every worker has come round: none of them hangs.</summary>
    public Task PingAsync() => Task.WhenAll(_threads.Select(PingAsync));

    /// <inheritdoc/>
    public void Dispose() => Pool.Dispose();

    private static Task PingAsync(Worker thread)
    {
        var pong = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        thread.Post(static state => ((TaskCompletionSource)state!).TrySetResult(), pong);
        return pong.Task;
    }

    private PartChange Prepare(Settings next)
    {
        var settings = Translate(next);
        return new(
            () =>
            {
                for (var i = 0; i < _homes.Length; i++)
                    _homes[i].Replace(Completion(_threads[i], settings));
                Handlers.Replace(Handling(settings));
            },
            () => { });
    }

    private ResolverSettings Translate(Settings settings) =>
        ResolverSettings.From(settings, _names, _context.Clock.Now.Wall);

    private CompleteQuery Completion(Worker thread, ResolverSettings settings)
    {
        IValidator validator = settings.Validation is { } validation
            ? new ChainValidator(validation, thread.Clock)
            : NoValidation.Instance;
        var recursor = new Recursor(
            settings.Recursion, Cache, _network, thread.Clock, _context.Entropy, validator);
        var misses = new MissResolver(
            settings.Handler, recursor, Cache, thread.Clock, settings.Recursion.Limits);
        return _watch is null ? misses.AnswerAsync : _watch.Misses(misses, thread.Clock);
    }

    private Func<HandlePacket> Handling(ResolverSettings settings) =>
        () =>
        {
            var handler = new QueryHandler(settings.Handler, Cache, _names);
            return _watch is null ? handler.Handle : _watch.Packets(handler.Handle);
        };

    private static NetworkOptions NetworkOf(Settings settings) => new()
    {
        UsesIPv4 = settings.Recursion.IPv4,
        UsesIPv6 = settings.Recursion.IPv6,
        Sources = [.. settings.Recursion.OutgoingIPv4, .. settings.Recursion.OutgoingIPv6],
    };

    private static byte[] PrivateOctets(Entropy entropy)
    {
        var octets = new byte[sizeof(ulong)];
        entropy.FillPrivate(octets);
        return octets;
    }
}
