using Dns;
using Simulation.Luck;
using Simulation.Messages;
using Simulation.Net;
using Simulation.Time;

namespace Simulation.Rpl;

/// <summary>All servers of a scenario: they answer from its ranges, and hold what a step deals with by hand.</summary>
internal sealed class ScenarioServers
{
    private readonly Scenario _scenario;
    private readonly Synthesis _synthesis;
    private readonly Timeline _time;
    private readonly Trace _trace;

    public ScenarioServers(Scenario scenario, ScenarioSettings settings, World world)
    {
        _scenario = scenario;
        _time = world.Time;
        _trace = world.Trace;
        _synthesis = new(scenario, settings);
        Replies = new(scenario.Dialect);
        StepNow = scenario.Steps.Count > 0 ? scenario.Steps[0].Number : 0;
    }

    public ReplyBuilder Replies { get; }

    /// <summary>The step that ranges are chosen by.</summary>
    public int StepNow { get; private set; }

    /// <summary>The query that a CHECK_OUT_QUERY step waited for, once it came.</summary>
    public ServerQuery? SeenExpected { get; private set; }

    /// <summary>Queries that nobody has answered yet.</summary>
    public List<ServerQuery> Pending { get; } = [];

    /// <summary>When a query last came.</summary>
    public long LastTraffic { get; set; }

    private Entry? Expected { get; set; }

    public void Handle(ServerExchange exchange)
    {
        if (WireMessage.TryParse(exchange.Query) is not { IsResponse: false } message)
            return;
        LastTraffic = _time.Now;
        var query = new ServerQuery(exchange, message);
        if (Expected is { } expected && SeenExpected is null && expected.Matches(query))
            Meet(expected, query);
        else if (!TryAnswerFromRanges(query))
        {
            Pending.Add(query);
            Say($"no entry for {query}");
            if (!IsAwaited(query))
                FallBack(query);
        }
    }

    public void AdvanceTo(int index)
    {
        var steps = _scenario.Steps;
        Expected = null;
        SeenExpected = null;
        if (index < steps.Count)
        {
            StepNow = steps[index].Number;
            Expected = steps[index].Kind == "CHECK_OUT_QUERY" ? steps[index].Entry : null;
        }
        if (Expected is { } expected)
            SeenExpected = Pending.Find(expected.Matches);
        foreach (var query in Pending.ToList())
        {
            if (TryAnswerFromRanges(query))
                Pending.Remove(query);
        }
    }

    /// <summary>True if the resolver waits already for what a later step answers.</summary>
    public bool IsOvertaken(ScenarioStep step) => Pending.Exists(query => _scenario.Steps.Exists(later =>
        later.Number > step.Number && later.Kind is "REPLY" or "CHECK_OUT_QUERY"
        && later.Entry?.First.Question is { } question && query.Asks(question.Name, question.Type)));

    /// <summary>The queries a REPLY step answers: the first that fits and its repetitions.</summary>
    public List<ServerQuery> TakeFor(ScenarioStep step)
    {
        var address = step.Address is { } text ? AddressText.Canonical(text) : null;
        var first = Pending.Find(query => (address is null || query.Address == address)
            && (step.Entry?.First.Question is not { } question || query.Question is null
                || query.Asks(question.Name, question.Type)));
        if (first is null)
            return [];
        var same = Pending.FindAll(query => query == first || (query.Address == first.Address
            && first.Question is { } question && query.Asks(question.Name, question.Type)));
        Pending.RemoveAll(same.Contains);
        return same;
    }

    public void Say(string text) => _trace.Say(_time.Now, $"[{StepNow}] {text}");

    private void Meet(Entry expected, ServerQuery query)
    {
        SeenExpected = query;
        var hasAnswer = expected.First.Answer.Count > 0 || expected.First.Authority.Count > 0
            || expected.First.Words.Contains("QR");
        if (expected.Adjust.Contains("copy_id") && hasAnswer)
        {
            Say($"expected query, answered: {query}");
            Send(expected, query);
            return;
        }
        Say($"expected query, held: {query}");
        Pending.Add(query);
    }

    private void Send(Entry entry, ServerQuery query)
    {
        var messages = Replies.Build(entry, query);
        foreach (var message in query.IsUdp ? messages.Take(1) : messages)
            query.Reply(message);
    }

    private bool TryAnswerFromRanges(ServerQuery query)
    {
        foreach (var range in _scenario.Ranges.Where(range => range.Covers(StepNow, query.Address)))
        {
            if (range.Entries.Find(entry => entry.Matches(query)) is not { } entry)
                continue;
            if (entry.Adjust.Contains("do_not_answer"))
            {
                Say($"silent for {query}");
                return true;
            }
            Say($"entry at line {entry.Line} answers {query}");
            Send(entry, query);
            return true;
        }
        return false;
    }

    private bool IsAwaited(ServerQuery query)
    {
        foreach (var step in _scenario.Steps.Where(step => step.Number >= StepNow))
        {
            if (step.Kind == "TIMEOUT")
                return true;
            if (step.Kind is "REPLY" or "CHECK_OUT_QUERY" && step.Entry is { } entry
                && (entry.First.Question is not { } question || query.Question is null
                    || query.Asks(question.Name, question.Type)))
                return true;
        }
        return false;
    }

    /// <summary>A query the scenario's author did not foresee.</summary>
    private void FallBack(ServerQuery query)
    {
        if (query.Question is { Name.IsRoot: true, Type: RecordType.Ns } && _synthesis.Priming(query) is { } priming)
        {
            Settle(query, priming, "priming answered from the hints");
            return;
        }
        // A server with nothing to say at this moment is down.
        if (!_scenario.Ranges.Exists(range => range.Covers(StepNow, query.Address)))
            return;
        if (_synthesis.TryMake(query, StepNow) is { } synthesised)
            Settle(query, synthesised, "synthesised");
        else
            Settle(query, ReplyBuilder.Simple(query, Synthesis.Failure, Synthesis.Plain), "SERVFAIL");
    }

    private void Settle(ServerQuery query, byte[] answer, string how)
    {
        Say($"  {how}: {query}");
        Pending.Remove(query);
        query.Reply(answer);
    }
}
