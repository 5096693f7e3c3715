using Simulation.Checkers;
using Simulation.Internet;
using Simulation.Luck;
using Simulation.Worlds;

namespace Simulation.Running;

/// <summary>
/// One seed from the first question to the last check: an Internet grows, faults come over it, clients ask; then the
/// world heals, every sound name must resolve, and nothing may be left over.
/// </summary>
public sealed class SimulationRun
{
    /// <summary>Failures after which a run ends: the first is what counts.</summary>
    private const int MaxFailures = 5;

    /// <summary>
    /// Seconds after the last fault until everything must work: longer than every memory of failures.
    /// </summary>
    private const double RecoverySeconds = 130;

    /// <summary>Seconds after the last answer until nothing may be left: longer than idle connections live.</summary>
    private const double QuietSeconds = 120;

    private readonly World _world;
    private readonly SimulatedInternet _internet;
    private readonly SimulatedResolver _resolver;
    private readonly FaultKinds _faults;
    private readonly Swarm _swarm;
    private readonly QuestionSource _questions;
    private readonly ClientPopulation _clients;
    private readonly Chance _chance;
    private readonly List<IChecker> _checkers;
    private readonly List<string> _failures = [];
    private int _resolved;

    private SimulationRun(ulong seed, Action<string>? listener)
    {
        _chance = new Chance(seed ^ 0x9e3779b97f4a7c15);
        _world = World.Seeded(seed);
        _world.Trace.Listener = listener;
        _internet = InternetGenerator.Grow(_world, _chance.Fork("internet"), InternetPlan.Draw(_chance));
        _faults = FaultKinds.Draw(_chance);
        var plan = ResolverPlan.Draw(_chance, _internet);
        var staleness = new Staleness(plan.Handler.ServesStale);
        _resolver = SimulatedResolver.Install(_world, plan);
        _swarm = new(_world, _internet, _faults, _chance.Fork("swarm"));
        _questions = new(_internet, _chance.Fork("questions"));
        _clients = new(_world, _questions, _chance.Fork("clients")) { Answered = Judge };
        _checkers =
        [
            new AnswerOrderChecker(), new TruthOrStaleChecker(_internet, staleness),
            new TtlNeverGrowsChecker(_internet, _world.Network, staleness),
                new BoundedUpstreamWorkChecker(_world.Network),
            new EveryQueryAnsweredChecker(),
        ];
    }

    /// <summary>Runs a seed with about so many questions.</summary>
    public static RunReport Of(ulong seed, int questions, Action<string>? listener = null)
    {
        var run = new SimulationRun(seed, listener);
        try
        {
            run.Play(questions);
        }
        catch (Exception exception)
        {
            run._failures.Add(exception.ToString());
        }
        return run.Report(seed);
    }

    private void Play(int questions)
    {
        var seconds = _chance.Between(1, 30) * 60.0;
        _world.Enter(() =>
        {
            _swarm.Unleash(seconds);
            _clients.AskOver(questions, seconds);
            return true;
        });
        _world.Pass(seconds + EveryQueryAnsweredChecker.MaxSeconds + 10);
        DemandNobodyWaits();
        _swarm.Heal();
        _world.Pass(RecoverySeconds);
        new Liveness(_world, _internet, _questions, _clients).Check(_failures);
        _world.Pass(QuietSeconds);
        NoOrphanedState.Check(_world, _resolver, _failures);
    }

    private void Judge(Observation observation)
    {
        if (observation.Answer is { ResponseCode: not Dns.ResponseCode.ServFail })
            _resolved++;
        foreach (var checker in _checkers)
        {
            if (_failures.Count < MaxFailures && checker.Check(observation) is { } fault)
                Fail($"{checker.GetType().Name}: {observation}: {fault}");
        }
    }

    private void DemandNobodyWaits()
    {
        foreach (var observation in _clients.Waiting)
            Fail($"{observation}: no answer");
    }

    private void Fail(string text)
    {
        _failures.Add(text);
        _world.Trace.Say(_world.Time.Now, "FAIL " + text);
    }

    private RunReport Report(ulong seed) => new()
    {
        Seed = seed,
        Faults = _faults,
        Asked = _clients.Asked,
        Sent = _world.Network.Sent.Count,
        Resolved = _resolved,
        Seconds = _world.Time.NowMs / 1000,
        TraceHash = _world.Trace.Hash,
        Failures = _failures,
    };
}
