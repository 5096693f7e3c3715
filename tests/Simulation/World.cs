using Dns;
using Dns.Edns;
using Dns.Wire;
using Resolver.Ports;
using Simulation.Authorities;
using Simulation.Luck;
using Simulation.Messages;
using Simulation.Net;
using Simulation.Time;
using Simulation.Worlds;

namespace Simulation;

/// <summary>
/// A simulated Internet with one resolver in it, on one thread and in virtual time. All that happens follows from
/// the seed and from what the test does.
/// </summary>
public sealed class World : IDisposable
{
    /// <summary>
    /// Virtual seconds that a client waits for an answer before a test takes the resolver to be stuck.
    /// </summary>
    public const double PatienceSeconds = 60;

    private readonly Chance _chance;
    private int _sentBeforeLastAsk;

    private World(ulong seed)
    {
        Seed = seed;
        _chance = new Chance(seed);
        Time = new Timeline();
        Trace = new Trace();
        Clock = new SimulatedClock(Time, _chance.Below(1_000_000_000));
        Entropy = new SimulatedEntropy(_chance.Fork("resolver"));
        Network = new SimulatedNetwork(Time, _chance.Fork("network"), Trace);
        Tree = new NameTree(Network, _chance.Fork("tree"));
    }

    /// <summary>What the world follows from.</summary>
    public ulong Seed { get; }

    /// <summary>The world's one thread.</summary>
    public Timeline Time { get; }

    /// <summary>The resolver's clock.</summary>
    public SimulatedClock Clock { get; }

    /// <summary>The resolver's chance.</summary>
    public SimulatedEntropy Entropy { get; }

    /// <summary>The resolver's network.</summary>
    public SimulatedNetwork Network { get; }

    /// <summary>The zones that <c>Serving</c> set up.</summary>
    public NameTree Tree { get; }

    /// <summary>What happened.</summary>
    public Trace Trace { get; }

    /// <summary>The resolver under test; the first question makes one as it is shipped, if there is none.</summary>
    public ResolverDoor? Resolver { get; set; }

    /// <summary>The address that questions come from.</summary>
    public HostAddress Client { get; set; } = HostAddress.Parse("127.0.0.1");

    /// <summary>Questions that the resolver sent to servers since the last <c>Ask</c> began, in order.</summary>
    public IReadOnlyList<string> UpstreamQuestionsSinceLastAsk =>
        [.. Network.Sent.Skip(_sentBeforeLastAsk).Select(query => query.QuestionText)];

    /// <summary>Queries that the resolver sent to servers since the last <c>Ask</c> began.</summary>
    public IReadOnlyList<UpstreamQuery> UpstreamQueriesSinceLastAsk => [.. Network.Sent.Skip(_sentBeforeLastAsk)];

    /// <summary>A world that follows from a seed, with a root and nothing below it.</summary>
    public static World Seeded(ulong seed) => new(seed);

    /// <summary>
    /// Serves a zone (see <see cref="Zones.ZoneContent.Parse"/>) on a server of its own, or changes its records; the
    /// zone above gets the delegation.
    /// </summary>
    public World Serving(string apex, string zone)
    {
        Tree.Serve(DomainName.Parse(apex), zone);
        return this;
    }

    /// <summary>Serves a zone on a server that behaves in a certain way.</summary>
    public World Serving(string apex, string zone, ServerBehaviour behaviour)
    {
        Tree.Serve(DomainName.Parse(apex), zone).Behaviour = behaviour;
        return this;
    }

    /// <summary>Puts a resolver of other settings into the world.</summary>
    public World Resolving(ResolverPlan plan)
    {
        SimulatedResolver.Install(this, plan);
        return this;
    }

    /// <summary>The server of a zone that <see cref="Serving(string, string)"/> set up.</summary>
    public AuthoritativeServer ServerOf(string apex) => Tree.ServerOf(DomainName.Parse(apex));

    /// <summary>Sets the link to the server of a zone.</summary>
    public World Linking(string apex, LinkConditions conditions)
    {
        Network.SetLink(Tree.AddressOf(DomainName.Parse(apex)), conditions);
        return this;
    }

    /// <summary>Asks "name type" as a stub with EDNS does and waits for the answer.</summary>
    public WireMessage Ask(string question) => Ask(Query(question));

    /// <summary>Sends a query of the test's own making and waits for the answer.</summary>
    public WireMessage Ask(WireMessage query, Transport transport = Transport.Udp)
    {
        var pending = Send(query, transport);
        if (!Time.Run(() => pending.IsCompleted, Time.Now + (long)(PatienceSeconds * TimeSpan.TicksPerSecond)))
            throw new SimulationException(
                $"no answer to {query.Question} within {PatienceSeconds} s, and none to come");
        var octets = pending.GetAwaiter().GetResult()
            ?? throw new SimulationException($"the resolver drops the query for {query.Question}");
        var answer = WireMessage.TryParse(octets) ?? throw new SimulationException("the answer is malformed");
        Trace.Add(Time.Now, "answer", octets);
        return answer;
    }

    /// <summary>Sends a query and does not wait; the task ends with the answer when time passes.</summary>
    public Task<byte[]?> Send(WireMessage query, Transport transport = Transport.Udp)
    {
        if (Resolver is null)
            SimulatedResolver.Install(this, ResolverPlan.Plain(NameTree.RootAddress));
        var door = Resolver!;
        _sentBeforeLastAsk = Network.Sent.Count;
        return Time.Enter(() => door(query.ToWire(), Client, transport).AsTask());
    }

    /// <summary>Runs code as if it were an event of this moment.</summary>
    public T Enter<T>(Func<T> code) => Time.Enter(code);

    /// <summary>A query as a stub with EDNS makes it.</summary>
    public WireMessage Query(string question)
    {
        var words = question.Split(' ');
        if (!Mnemonic.TryReadType(words[1], out var type))
            throw new SimulationException($"'{words[1]}' is no record type");
        var query = new WireMessage
        {
            Id = (ushort)_chance.Below(65_536),
            Flags = MessageHeader.RecursionDesiredBit,
            Edns = new EdnsHeader(1232, 0, 0, 0),
        };
        query.Questions.Add(new(DomainName.Parse(words[0]), type));
        return query;
    }

    /// <summary>Lets time pass.</summary>
    public void Pass(double seconds) => Time.RunUntil(Time.Now + (long)(seconds * TimeSpan.TicksPerSecond));

    /// <summary>Nothing of a world outlives it; this makes `using` say where it ends.</summary>
    public void Dispose() => Resolver = null;
}
