using Resolver.Answers;
using Resolver.Recursion.Delegations;
using Resolver.Recursion.Exchanges;
using Resolver.Recursion.Responses;
using Resolver.Recursion.Steps;
using Resolver.Recursion.Tracing;
using Resolver.Recursion.Work;

namespace Resolver.Recursion.Inquiries;

/// <summary>
/// Puts one question to the servers of one zone. Exchanges stay open when their answer is overdue and another server
/// is asked meanwhile: the first good answer wins, whoever gives it.
/// </summary>
internal sealed class Inquiry : IDisposable
{
    // What a server nobody has heard from is taken to need: it is tried before slow ones.
    private const long UnknownServerUs = 50_000;

    private const long MaxTimeoutUs = Servers.PathEstimate.LongestTimeoutMs * 1000L;

    // The shortest wait over TCP: the handshake costs a round trip, and a refusal is told anyway.
    private const long MinTcpUs = 600_000;

    private readonly Inquirer _services;
    private readonly Delegation _delegation;
    private readonly Question _question;
    private readonly StepContext _context;
    private readonly CandidateList _candidates;
    private readonly ReplyJudge _judge;
    private readonly Signal _signal;
    private readonly List<Attempt> _open = [];
    private readonly List<Task> _work = [];
    private readonly CancellationTokenSource _end = new();
    private int _lookupsUnderWay;
    private bool _isBudgetUsedUp;

    /// <summary>Begins an inquiry; nothing is sent yet.</summary>
    public Inquiry(
        Inquirer services,
        Delegation delegation,
        Question question,
        StepContext context,
        ScrubScope scope,
        Vetting? vetting)
    {
        _services = services;
        _delegation = delegation;
        _question = question;
        _context = context;
        _candidates = services.CandidatesOf(delegation);
        _judge = new(scope, vetting);
        _signal = new(services.Clock);
    }

    private TimerInstant Now => TimerInstant.Now(_services.Clock);

    /// <summary>Asks until there is a good answer, or nobody left to ask, or no time or budget to do it.</summary>
    public async ValueTask<InquiryResult> RunAsync()
    {
        try
        {
            while (true)
            {
                if (await JudgeArrivedAsync() is { } result)
                    return result;
                CountOverdue();
                Launch();
                if (IsOver())
                    return Conclude();
                await _signal.WaitAsync(NextEvent());
            }
        }
        finally
        {
            // Cancel, not CancelAsync: what it stops must stop on this worker.
            _end.Cancel();
            await Task.WhenAll(_work);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _end.Dispose();

    private async ValueTask<InquiryResult?> JudgeArrivedAsync()
    {
        for (var i = 0; i < _open.Count; i++)
        {
            if (_open[i].Result is not { } result)
                continue;
            var attempt = _open[i];
            _open.RemoveAt(i--);
            attempt.Candidate.OpenCount--;
            if (await _judge.JudgeAsync(attempt, result, Now) is { } accepted)
                return InquiryResult.Of(accepted, attempt.Candidate.Record.Address);
        }
        return null;
    }

    private void CountOverdue()
    {
        var now = Now;
        foreach (var attempt in _open)
        {
            if (attempt.IsOverdue || attempt.DueAt > now)
                continue;
            attempt.IsOverdue = true;
            attempt.Candidate.SilentCount++;
            attempt.Candidate.Record.Path(attempt.Transport).Silent();
        }
    }

    /// <summary>Sends the next question if it is time for one: a server was found wanting, or is overdue.</summary>
    private void Launch()
    {
        while (!_isBudgetUsedUp && Now < _context.Deadline && IsTimeToSend() && PickNext() is { } next)
        {
            if (!_context.Budget.TryTakePermit(_context.Flight!.Name, out var permit))
            {
                _context.Trace?.Note(TraceKind.Budget, "no more questions may be sent for this query");
                _isBudgetUsedUp = true;
                return;
            }
            Send(next, TransportFor(next), permit);
        }
        if (!_isBudgetUsedUp && _lookupsUnderWay == 0 && HasEveryoneFailed())
            StartLookup();
    }

    private bool IsTimeToSend()
    {
        foreach (var attempt in _open)
        {
            if (!attempt.IsOverdue && attempt.Watch.NoiseCount == 0)
                return false;
        }
        return true;
    }

    private bool HasEveryoneFailed()
    {
        foreach (var candidate in _candidates.All)
        {
            if (!candidate.IsDone && candidate.SilentCount == 0)
                return false;
        }
        return true;
    }

    private Candidate? PickNext()
    {
        Candidate? best = null;
        var bestCost = long.MaxValue;
        foreach (var candidate in _candidates.All)
        {
            if (!candidate.IsOpen || (candidate.OpenCount > 0 && candidate.SendCount > candidate.SilentCount))
                continue;
            if (candidate.Forced is not null && candidate.OpenCount == 0)
                return candidate;
            var cost = CostOf(candidate);
            if (cost < bestCost)
                (best, bestCost) = (candidate, cost);
        }
        return best;
    }

    // Everyone once before anyone twice; among equals the quickest, with some chance for those not known yet.
    private long CostOf(Candidate candidate)
    {
        var path = candidate.Record.Path(TransportFor(candidate));
        var expected = path.IsKnown ? path.SmoothedUs : UnknownServerUs;
        var retry = (long)(path.Loss * path.TimeoutUs);
        return candidate.SendCount * 1_000_000_000L + expected + retry + _services.Draw(1000);
    }

    private Transport TransportFor(Candidate candidate)
    {
        if (_services.Options.UsesTcpOnly)
            return Transport.Tcp;
        // A server that is silent over UDP twice may be behind something that eats datagrams.
        return candidate.Forced ?? (candidate.SilentCount >= 2 ? Transport.Tcp : Transport.Udp);
    }

    private void Send(Candidate candidate, Transport transport, Permit permit)
    {
        var path = candidate.Record.Path(transport);
        var now = Now;
        var timeoutUs = Math.Min(path.TimeoutUs << Math.Min(candidate.SilentCount, 3), MaxTimeoutUs);
        var attempt = new Attempt
        {
            Candidate = candidate,
            Transport = transport,
            SentAt = now,
            DueAt = now.PlusMicroseconds(transport == Transport.Tcp ? Math.Max(timeoutUs, MinTcpUs) : timeoutUs),
            Watch = new(_context.Budget, _signal),
            Trace = _context.Trace?.BeginExchange(
                $"{_question} to {candidate} over {transport.ToString().ToUpperInvariant()}",
                _delegation.Zone,
                candidate.Record.Address),
        };
        candidate.SendCount++;
        candidate.OpenCount++;
        candidate.Forced = null;
        _open.Add(attempt);
        _work.Add(ExchangeAsync(attempt, permit));
    }

    private async Task ExchangeAsync(Attempt attempt, Permit permit)
    {
        attempt.Result = await _services.ExchangeAsync(
            attempt.Candidate, attempt.Transport, _question, permit, attempt.Watch, _end.Token);
        _signal.Set();
    }

    private void StartLookup()
    {
        if (_context.Depth >= _context.Budget.Limits.MaxDepth)
        {
            if (_candidates.HasUnresolved)
                _context.Trace?.Note(TraceKind.Budget, "server names are not looked up this deep");
            return;
        }
        if (_candidates.TakeUnresolved() is not { } server)
            return;
        _lookupsUnderWay++;
        _work.Add(LookUpAsync(server));
    }

    private async Task LookUpAsync(NameServer server)
    {
        var trace = _context.Trace?.Begin(
            TraceKind.Question, $"address of {server.Name}", server.Name, Dns.RecordType.A);
        var context = _context with { Depth = _context.Depth + 1, Trace = trace };
        var found = 0;
        try
        {
            foreach (var type in _services.LookupTypes())
            {
                found += _candidates.AddFound(server, await _services.Lookup(server.Name, type, context, _end.Token));
                if (found > 0)
                    break;
            }
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            // Another server has answered; the look-up goes on for the cache's sake, without us.
        }
        trace?.End($"{found} addresses");
        _lookupsUnderWay--;
        _signal.Set();
    }

    private bool IsOver()
    {
        if (Now >= _context.Deadline)
            return true;
        if (_lookupsUnderWay > 0 || _open.Exists(attempt => !attempt.IsOverdue))
            return false;
        // All that is open is overdue. One more time-out is granted to the last, for answers that are merely late.
        return _open.Count == 0 || Now >= LastWait();
    }

    private TimerInstant LastWait()
    {
        var last = _open[^1];
        return last.DueAt.PlusMicroseconds(last.SentAt.MicrosecondsUntil(last.DueAt));
    }

    private TimerInstant NextEvent()
    {
        var next = _context.Deadline;
        var isAnyDue = false;
        foreach (var attempt in _open)
        {
            if (attempt.IsOverdue)
                continue;
            isAnyDue = true;
            next = TimerInstant.Earlier(next, attempt.DueAt);
        }
        return isAnyDue || _open.Count == 0 || _lookupsUnderWay > 0 ? next : TimerInstant.Earlier(next, LastWait());
    }

    private InquiryResult Conclude()
    {
        foreach (var attempt in _open)
            attempt.Trace?.End("no answer");
        if (_judge.Fallback is { } fallback)
            return InquiryResult.Of(fallback, _judge.FallbackServer);
        if (_isBudgetUsedUp)
            return InquiryResult.Failed(FailureReason.BudgetExhausted, "the work budget of the query is used up");
        if (_judge.Complaint is { } complaint)
            return InquiryResult.Failed(FailureReason.NoUsableAnswer, complaint);
        return InquiryResult.Failed(
            FailureReason.NoReachableAuthority, $"no server of {_delegation.Zone} answered {_question}");
    }
}
