using System.Globalization;
using Resolver.Ports;
using Simulation.Net;

namespace Simulation.Rpl;

/// <summary>Plays one scenario in a world: its servers, its client and its clock.</summary>
public sealed class ScenarioPlayer
{
    private const double AnswerTimeoutSeconds = 12;
    private const double OutTimeoutSeconds = 1.5;
    private const double QuietSeconds = 0.3;

    private readonly Scenario _scenario;
    private readonly World _world;
    private readonly ScenarioServers _servers;
    private readonly List<ClientQuestion> _asked = [];
    private readonly List<string> _failures = [];
    private readonly double _answerTimeout;
    private int _nextId = 1;

    /// <summary>Prepares a world; the resolver goes in after it and before <c>Play</c>.</summary>
    public ScenarioPlayer(Scenario scenario, ScenarioSettings settings, World world)
    {
        _scenario = scenario;
        _world = world;
        _servers = new(scenario, settings, world);
        _answerTimeout = AnswerTimeoutSeconds * (scenario.Steps.Exists(step => step.Kind == "TIMEOUT") ? 3 : 1);
        world.Network.Detach(Worlds.NameTree.RootAddress);
        world.Network.Elsewhere = _servers.Handle;
        ScenarioTopology.Apply(scenario, settings, world.Network);
        if (settings.Time is { } seconds)
            world.Clock.SetWall(Dns.UnixTime.FromSeconds(seconds));
    }

    /// <summary>Plays all steps.</summary>
    public PlayResult Play()
    {
        try
        {
            for (var i = 0; i < _scenario.Steps.Count && _failures.Count == 0; i++)
                Play(i, _scenario.Steps[i]);
        }
        catch (FormatException fault)
        {
            return new(_scenario.Id, PlayStatus.Unplayable, fault.Message);
        }
        return _failures.Count == 0
            ? new(_scenario.Id, PlayStatus.Pass)
            : new(_scenario.Id, PlayStatus.Fail, string.Join(" | ", _failures));
    }

    private void Play(int index, ScenarioStep step)
    {
        if (index == 0)
            _servers.AdvanceTo(0);
        if (step.Kind == "QUERY")
        {
            Ask(index, step);
            return;
        }
        _servers.AdvanceTo(index);
        switch (step.Kind)
        {
            case "CHECK_ANSWER":
                Check(step);
                break;
            case "CHECK_OUT_QUERY" when _scenario.Dialect == Dialect.Clauses:
                CheckOut(step);
                break;
            case "REPLY":
                Reply(step);
                break;
            case "TIME_PASSES":
                PassTime(step);
                break;
            case "TRAFFIC":
                Settle(5, QuietSeconds);
                break;
            case "TIMEOUT":
                DropOldest();
                break;
            case "CHECK_OUT_QUERY" or "NOTHING" or "CHECK_TEMPFILE":
                break;
            default:
                throw new FormatException($"step {step.Kind} is not played");
        }
        _servers.AdvanceTo(index + 1);
    }

    private void Ask(int index, ScenarioStep step)
    {
        var next = index + 1 < _scenario.Steps.Count ? _scenario.Steps[index + 1].Kind : "";
        if (index > 0 && _scenario.Steps[index - 1].Kind == "CHECK_ANSWER")
            Settle(1.0, 0.06);
        var isHandled = next is "REPLY" or "CHECK_OUT_QUERY";
        _servers.AdvanceTo(_scenario.Dialect == Dialect.Clauses || isHandled ? index + 1 : index);
        var entry = step.Entry ?? throw new FormatException("a QUERY without an entry");
        Send(step, entry);
        // In the neutral dialect a query lasts until its answer is there.
        if (_scenario.Dialect == Dialect.Neutral && entry.Raw is null && !isHandled)
            WaitFor(_asked[^1], _answerTimeout);
    }

    private void Send(ScenarioStep step, Entry entry)
    {
        _world.Client = HostAddress.Parse(step.Address is { } address ? AddressText.Canonical(address) : "127.0.0.1");
        var transport = entry.Match.Contains("TCP") ? Transport.Tcp : Transport.Udp;
        var wire = entry.Raw ?? entry.First.HexAnswer
            ?? _servers.Replies.Question(entry, (ushort)_nextId++).ToWire();
        var retriesOverTcp = transport == Transport.Udp && !entry.Match.Contains("UDP") && !ExpectsTruncation(step);
        var question = new ClientQuestion(entry, _world.Enter(() => AskAsync(wire, transport, retriesOverTcp)))
        {
            Transport = transport,
        };
        if (entry.Raw is null)
            _asked.Add(question);
        _servers.Say($"client asks {entry.First.Question}");
    }

    private bool ExpectsTruncation(ScenarioStep step) => _scenario.Steps.Find(later => later.Number > step.Number
        && later.Kind == "CHECK_ANSWER" && later.Entry is not null)?.Entry!.First.Words.Contains("TC") ?? false;

    private async Task<byte[]?> AskAsync(byte[] wire, Transport transport, bool retriesOverTcp)
    {
        var door = _world.Resolver ?? throw new SimulationException("this world has no resolver");
        var client = _world.Client;
        var answer = await door(wire, client, transport);
        // Truncated: ask again, as a stub does.
        if (retriesOverTcp && answer is { Length: > 2 } && (answer[2] & 0x02) != 0)
            answer = await door(wire, client, Transport.Tcp);
        _servers.LastTraffic = _world.Time.Now;
        return answer;
    }

    private bool WaitFor(ClientQuestion question, double seconds) =>
        _world.Time.Run(() => question.Pending.IsCompleted, Later(seconds));

    private void Check(ScenarioStep step)
    {
        var entry = step.Entry ?? throw new FormatException("a CHECK_ANSWER without an entry");
        if (Pick(entry) is not { } question)
        {
            Fail(step, "nothing was asked");
            return;
        }
        var isAnswered = WaitFor(question, _answerTimeout + 0.5);
        question.IsChecked = true;
        if (!isAnswered)
            Fail(step, "no answer");
        else if (question.Pending.Exception is { } exception)
            Fail(step, "the resolver broke: " + exception.InnerException);
        else if (question.Answer is not { } answer)
            Fail(step, question.Pending.Result is null ? "the query was dropped" : "the answer is malformed");
        else
        {
            _servers.Say("client gets " + answer);
            foreach (var difference in AnswerComparison.Compare(entry, answer, question.Transport))
                Fail(step, difference);
        }
    }

    private ClientQuestion? Pick(Entry entry)
    {
        var open = _asked.FindAll(question => !question.IsChecked);
        return open.Find(question => entry.First.Question is { } expected && question.Entry.First.Question == expected)
            ?? (open.Count > 0 ? open[0] : _asked.LastOrDefault());
    }

    private void CheckOut(ScenarioStep step)
    {
        // Another resolver may know this already or ask it later: only answers to the client decide.
        var isSeen = RunUnlessOvertaken(step, () => _servers.SeenExpected is not null);
        if (!isSeen)
            _servers.Say($"the expected query did not come: {step.Entry?.First.Question}");
    }

    private void Reply(ScenarioStep step)
    {
        List<ServerQuery> taken = [];
        RunUnlessOvertaken(step, () => (taken = _servers.TakeFor(step)).Count > 0);
        foreach (var query in taken)
        {
            foreach (var message in _servers.Replies.Build(step.Entry!, query))
                query.Reply(message);
            _servers.Say($"the step answers {query}");
        }
        _servers.LastTraffic = _world.Time.Now;
    }

    private bool RunUnlessOvertaken(ScenarioStep step, Func<bool> isDone)
    {
        var hasHappened = false;
        _world.Time.Run(() => (hasHappened = isDone()) || _servers.IsOvertaken(step), Later(OutTimeoutSeconds));
        return hasHappened || _world.Time.Run(isDone, Later(_servers.IsOvertaken(step) ? 0.05 : 0));
    }

    private void DropOldest()
    {
        _world.Time.Run(() => _servers.Pending.Count > 0, Later(OutTimeoutSeconds));
        if (_servers.Pending.Count == 0)
            return;
        _servers.Say($"silent for {_servers.Pending[0]}");
        _servers.Pending.RemoveAt(0);
    }

    private void PassTime(ScenarioStep step)
    {
        var words = step.Arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var seconds = words switch
        {
            ["ELAPSE", var number, ..] => double.Parse(number, CultureInfo.InvariantCulture),
            ["EVAL", .. var expression] => LeftToRight.Evaluate(string.Concat(expression)),
            _ => throw new FormatException($"'{step.Arguments}' is no time"),
        };
        if (seconds <= 1)
        {
            _world.Pass(seconds);
            return;
        }
        Settle(QuietSeconds * 3, QuietSeconds);
        _servers.Say(string.Create(CultureInfo.InvariantCulture, $"clock + {seconds} s"));
        _world.Clock.Jump(TimeSpan.FromSeconds(seconds));
    }

    /// <summary>Lets background work end, as far as it does within the limit.</summary>
    private void Settle(double limitSeconds, double quietSeconds)
    {
        var end = Later(limitSeconds);
        var quiet = (long)(quietSeconds * TimeSpan.TicksPerSecond);
        while (_world.Time.Now < end)
        {
            var isBusy = _asked.Exists(question => !question.Pending.IsCompleted);
            if (!isBusy && _world.Time.Now >= _servers.LastTraffic + quiet)
                return;
            _world.Time.RunUntil(Math.Min(end, _world.Time.Now + TimeSpan.TicksPerMillisecond * 20));
        }
    }

    private void Fail(ScenarioStep step, string text)
    {
        _servers.Say("FAIL " + text);
        _failures.Add($"step {step.Number}: {text}");
    }

    private long Later(double seconds) => _world.Time.Now + (long)(seconds * TimeSpan.TicksPerSecond);
}
