using System.Buffers.Binary;
using Dns;
using Resolver.Answers;
using Resolver.Cache;
using Resolver.Ports;
using Resolver.Recursion.Delegations;
using Resolver.Recursion.Inquiries;
using Resolver.Recursion.Servers;
using Resolver.Recursion.Steps;
using Resolver.Recursion.Work;
using Resolver.Validation;

namespace Resolver.Recursion;

/// <summary>
/// The way from the root to the answer, for one worker. Everything in it runs on that worker; only the cache is
/// shared with others.
/// </summary>
public sealed class Recursor
{
    /// <summary>
    /// Milliseconds after which a resolution ends, answer or not. Clients have been answered long before; the rest
    /// of the time serves the cache. Peers take 7 to 10 seconds.
    /// </summary>
    public static readonly Limit DeadlineMs = new(9_000, 2_000, 30_000);

    private readonly Clock _clock;
    private readonly InFlight _inFlight;
    private readonly ServerKnowledge _knowledge;
    private readonly ChainResolver _chains;

    /// <summary>Wires a recursor together.</summary>
    public Recursor(
        RecursionOptions options,
        RRsetCache cache,
        INetwork network,
        Clock clock,
        Entropy entropy,
        IValidator validator)
    {
        _clock = clock;
        var names = new DomainNameComparer(DrawKey(entropy));
        var store = new DelegationStore(names, DelegationStore.Capacity.Default);
        var book = new AddressBook(cache, store, new AddressPolicy(options), options, clock);
        _knowledge = new(names, clock);
        ServerNameResolver? servers = null;
        var inquirer = new Inquirer(options, network, clock, entropy, book)
        {
            Lookup = (server, type, step, end) => servers!.FindAsync(server, type, step, end),
            Knowledge = _knowledge,
            Pressure = new(names, clock),
        };
        var finder = new DelegationFinder(store, new RootPrimer(inquirer, options, clock), options, clock);
        _inFlight = new(names, clock);
        KeyFetcher? keys = null;
        var vetter = new Vetter(validator) { Keys = step => new KeySource(keys!, step) };
        var depositor = new Depositor(cache, clock, options.Zones);
        var iterator = new Iterator(
            finder, inquirer, vetter, depositor, new FailureMemory(new(entropy)), cache);
        keys = new(cache, store, _inFlight, iterator, vetter, depositor);
        _chains = new(cache, _inFlight, iterator, clock);
        servers = new(_chains, finder, inquirer, options);
    }

    /// <summary>Resolutions under way.</summary>
    public int InFlightCount => _inFlight.Count;

    /// <summary>
    /// Goes on from the tail of a chain until it is answered. The chain is appended to and otherwise left as it is;
    /// the outcome is that at its last tail. What is under way when the token is cancelled goes on and fills the
    /// cache.
    /// </summary>
    public ValueTask<Outcome> CompleteAsync(
        AliasChain chain, RecordType type, ResolutionContext context, CancellationToken cancellationToken)
    {
        var step = new StepContext
        {
            Query = context,
            Deadline = TimerInstant.Now(_clock).PlusMilliseconds(DeadlineMs.Default),
            Trace = context.Trace,
        };
        return _chains.CompleteAsync(chain, type, step, cancellationToken);
    }

    /// <summary>What has been measured about servers, to be kept across a reload or a restart.</summary>
    public IReadOnlyList<ServerSnapshot> ExportServers() => _knowledge.Table.Export();

    /// <summary>Takes over what another recursor has measured.</summary>
    public void ImportServers(IEnumerable<ServerSnapshot> servers) => _knowledge.Table.Import(servers);

    private static ulong DrawKey(Entropy entropy)
    {
        Span<byte> key = stackalloc byte[sizeof(ulong)];
        entropy.FillPrivate(key);
        return BinaryPrimitives.ReadUInt64LittleEndian(key);
    }
}
