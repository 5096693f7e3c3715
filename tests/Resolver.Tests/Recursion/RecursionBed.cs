using System.Globalization;
using System.Text;
using Dns;
using Dns.Records;
using Resolver.Answers;
using Resolver.Cache;
using Resolver.Ports;
using Resolver.Recursion;
using Resolver.Recursion.Tracing;
using Resolver.Recursion.Work;
using Resolver.Validation;
using Simulation;
using Simulation.Messages;
using Simulation.Net;
using Simulation.Worlds;
using Xunit;

namespace Resolver.Tests.Recursion;

/// <summary>A recursor in a simulated world, asked directly.</summary>
internal sealed class RecursionBed : IDisposable
{
    private int _sentBefore;

    public RecursionBed(ulong seed = 1, Func<RecursionOptions, RecursionOptions>? settings = null)
    {
        World = World.Seeded(seed);
        Options = new()
        {
            RootHints = [new(DomainName.Parse("a.root-servers.net."), [NameTree.RootAddress])],
            UsesIPv6 = false,
            AsksForSignatures = false,
            RandomisesCase = false,
            QnameMinimisation = QnameMinimisation.Off,
        };
        Options = settings?.Invoke(Options) ?? Options;
        Cache = new(new CacheOptions(), World.Entropy);
        Recursor = new(Options, Cache, World.Network, World.Clock, World.Entropy, NoValidation.Instance);
    }

    public World World { get; }

    public RecursionOptions Options { get; }

    public RRsetCache Cache { get; }

    public Recursor Recursor { get; }

    public string LastTrace { get; private set; } = "";

    /// <summary>Names and types sent since the last question began, priming left out.</summary>
    public IReadOnlyList<string> Asked =>
        [.. SentSince.Select(query => query.QuestionText).Where(text => text != ". NS")];

    public IReadOnlyList<UpstreamQuery> SentSince => [.. World.Network.Sent.Skip(_sentBefore)];

    public static RecursionBed Serving(string apex, string zone) => new RecursionBed().With(apex, zone);

    public RecursionBed With(string apex, string zone)
    {
        World.Serving(apex, zone);
        return this;
    }

    /// <summary>Asks and waits; the answer in one line: links, then the end.</summary>
    public string Ask(string question) => Line(Resolve(question));

    public Answer Resolve(string question, Budget? budget = null)
    {
        var pending = Begin(question, budget);
        var limit = World.Time.Now + 60 * TimeSpan.TicksPerSecond;
        Assert.True(World.Time.Run(() => pending.IsCompleted, limit), "no answer");
        return pending.GetAwaiter().GetResult();
    }

    public Task<Answer> Begin(string question, Budget? budget = null)
    {
        _sentBefore = World.Network.Sent.Count;
        return World.Time.Enter(() => ResolveAsync(question, budget ?? new Budget(Options.Limits)));
    }

    public void Dispose() => World.Dispose();

    public static string Line(Answer answer)
    {
        var text = new StringBuilder();
        foreach (var link in answer.Chain.Links)
        {
            var type = link.Source.Set.Type.ToString().ToUpperInvariant();
            text.Append(CultureInfo.InvariantCulture, $"{type} {DomainName.FromWire(link.Target)} | ");
        }
        var outcome = answer.Outcome;
        text.Append(outcome.Kind switch
        {
            OutcomeKind.Data => DataText(outcome.Data.Set),
            OutcomeKind.Failure => $"{outcome.Failure}",
            _ => $"{outcome.Kind}" + (outcome.Denial.Soa.IsNone ? "" : $" {outcome.Denial.Soa.OwnerName}"),
        });
        return text.ToString();
    }

    private static string DataText(RRset set)
    {
        var texts = new List<string>();
        foreach (var rdata in set.Records)
        {
            if (set.Type is RecordType.A or RecordType.Aaaa && HostAddress.TryFromOctets(rdata, out var address))
                texts.Add(address.ToString());
            else if (NameData.TryRead(rdata, out var name))
                texts.Add(DomainName.FromWire(name).ToString());
            else
                texts.Add(Convert.ToHexString(rdata));
        }
        texts.Sort(StringComparer.Ordinal);
        return string.Join(' ', texts);
    }

    private async Task<Answer> ResolveAsync(string question, Budget budget)
    {
        var words = question.Split(' ');
        Assert.True(Mnemonic.TryReadType(words[1], out var type));
        var chain = new AliasChain();
        chain.Restart(DomainName.Parse(words[0]).Wire);
        if (Cache.TryWalk(chain, type, World.Clock.Now, new CacheArena(), out var hit))
            return new(chain, hit.IsData ? Outcome.Of(hit.Data) : Outcome.Of(hit.Denial));
        var trace = new TraceStep(World.Clock, TraceKind.Question, question);
        var context = new ResolutionContext(budget) { Trace = trace };
        var outcome = await Recursor.CompleteAsync(chain, type, context, CancellationToken.None);
        LastTrace = TraceText.Write(trace);
        return new(chain, outcome);
    }
}
