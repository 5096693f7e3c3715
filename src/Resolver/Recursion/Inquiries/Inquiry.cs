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
    private const long MaxTimeoutUs = Servers.PathEstimate.LongestTimeoutMs * 1000L;

    // The shortest wait over TCP: the handshake costs a round trip, and a refusal is told anyway.
    private const long MinTcpUs = 600_000;

    // Server names looked up at once.
    private const int MaxLookupsUnderWay = 3;

    private readonly Inquirer _services;
    private readonly Delegation _delegation;
    private readonly Question _question;
    private readonly StepContext _context;
    private readonly CandidateList _candidates;
    private readonly ServerChooser _chooser;
    private readonly ReplyJudge _judge;
    private readonly Signal _signal;
    private readonly List<Attempt> _open = [];
    private readonly List<Task> _lookups = [];
    private readonly CancellationTokenSource _end = new();
    private int _lookupsUnderWay;
    private TimerInstant _nextLookupAt;
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
        _chooser = new(_candidates, delegation.Zone, services);
        _judge = new(scope, vetting, services.Knowledge);
        _signal = new(services.Clock);
        context.Flight!.Wake = _signal.Set;
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
                // A look-up may have ended at once and brought somebody new to ask.
                if (!_signal.IsSet && IsOver())
                    return Conclude();
                await _signal.WaitAsync(NextEvent());
            }
        }
        finally
        {
            foreach (var attempt in _open)
                _services.Stragglers.Adopt(attempt);
            // Cancel, not CancelAsync: what it stops must stop on this worker.
            _end.Cancel();
            await Task.WhenAll(_lookups);
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
            attempt.Dispose();
            if (await _judge.JudgeAsync(attempt, result) is { } accepted)
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
            _services.Knowledge.Silent(attempt.Candidate.Record, attempt.Transport);
        }
    }

    /// <summary>Sends the next question if it is time for one: a server was found wanting, or is overdue.</summary>
    private void Launch()
    {
        while (IsTimeToSend() && MaySend() && _chooser.Next() is { } next)
        {
            if (!TrySend(next, _chooser.TransportFor(next), AttemptKind.Needed))
                return;
            _services.Knowledge.Extra.CountNeeded();
            SendCopies(next);
        }
        RaceLate();
        if (IsTimeToLookUp() && MaySend() && HasEveryoneFailed())
            StartLookup();
    }

    private bool MaySend() => !_isBudgetUsedUp && Now < _context.Deadline && !_context.Flight!.IsEvicted;

    private bool IsTimeToSend()
    {
        foreach (var attempt in _open)
        {
            if (attempt.Kind == AttemptKind.Needed && !attempt.IsOverdue && attempt.Watch.NoiseCount == 0)
                return false;
        }
        return true;
    }

    /// <summary>
    /// Copies of a question show how other servers, or another transport, fare without making it wait.
    /// </summary>
    private void SendCopies(Candidate asked)
    {
        if (_chooser.IsDatagramDue(asked) && _services.Knowledge.Extra.TryTake())
            TrySend(asked, Transport.Udp, AttemptKind.Copy);
        if (_chooser.Neglected(asked, ServerChooser.RemeasureMs) is { } other
            && _services.Knowledge.Extra.TryTake())
            TrySend(other, _chooser.TransportFor(other), AttemptKind.Copy);
    }

    /// <summary>One that is later than nine of ten answers gets a rival, once.</summary>
    private void RaceLate()
    {
        var now = Now;
        if (_open.Find(attempt => attempt.RaceAt <= now) is not { } late)
            return;
        late.RaceAt = TimerInstant.Never;
        if (!late.IsOverdue && MaySend() && _chooser.Rival() is { } rival && _services.Knowledge.Extra.TryTake())
            TrySend(rival, _chooser.TransportFor(rival), AttemptKind.Copy);
    }

    // One name after another; one that takes its time gets company.
    private bool IsTimeToLookUp() =>
        _lookupsUnderWay == 0 || (_lookupsUnderWay < MaxLookupsUnderWay && Now >= _nextLookupAt);

    private bool HasEveryoneFailed()
    {
        foreach (var candidate in _candidates.All)
        {
            if (!candidate.IsDone && candidate.SilentCount == 0)
                return false;
        }
        return true;
    }

    private bool TrySend(Candidate candidate, Transport transport, AttemptKind kind)
    {
        if (!_context.Budget.TryTakePermit(_context.Flight!.Name, out var permit))
        {
            _context.Trace?.Note(TraceKind.Budget, "no more questions may be sent for this query");
            _isBudgetUsedUp = true;
            return false;
        }
        var attempt = NewAttempt(candidate, transport, kind);
        candidate.SendCount++;
        candidate.OpenCount++;
        candidate.Forced = null;
        _services.Knowledge.Asked(candidate.Record, transport);
        _open.Add(attempt);
        attempt.Exchange = ExchangeAsync(attempt, permit);
        return true;
    }

    private Attempt NewAttempt(Candidate candidate, Transport transport, AttemptKind kind)
    {
        var path = candidate.Record.Path(transport);
        var now = Now;
        var timeoutUs = Math.Min(path.TimeoutUs << Math.Min(candidate.SilentCount, 3), MaxTimeoutUs);
        var isRaced = kind == AttemptKind.Needed && path.IsKnown && candidate.SendCount == 0;
        return new()
        {
            Candidate = candidate,
            Transport = transport,
            Kind = kind,
            SentAt = now,
            DueAt = now.PlusMicroseconds(transport == Transport.Tcp ? Math.Max(timeoutUs, MinTcpUs) : timeoutUs),
            RaceAt = isRaced ? now.PlusMicroseconds(path.NinetiethUs) : TimerInstant.Never,
            Watch = new(_context.Budget, _signal),
            Trace = _context.Trace?.BeginExchange(
                $"{_question} to {candidate} over {transport.ToString().ToUpperInvariant()}",
                _delegation.Zone,
                candidate.Record.Address),
        };
    }

    private async Task ExchangeAsync(Attempt attempt, Permit permit)
    {
        var result = await _services.ExchangeAsync(
            attempt.Candidate, attempt.Transport, _question, permit, attempt.Watch, attempt.End.Token);
        attempt.Finish(result, Now);
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
        _nextLookupAt = Now.PlusMilliseconds(Servers.PathEstimate.FirstTimeoutMs);
        _lookups.Add(LookUpAsync(server));
    }

    private async Task LookUpAsync(NameServer server)
    {
        var trace = _context.Trace?.Begin(
            TraceKind.Question, $"address of {server.Name}", server.Name, Dns.RecordType.A);
        var context = _context with { Depth = _context.Depth + 1, Trace = trace };
        var name = new ServerName(server.Name, _delegation.Zone);
        var found = 0;
        try
        {
            foreach (var type in _services.LookupTypes())
            {
                found += _candidates.AddFound(server, await _services.Lookup(name, type, context, _end.Token));
                if (found > 0)
                    break;
            }
            if (found == 0)
                found = _candidates.AddLent(server);
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
        if (Now >= _context.Deadline || _context.Flight!.IsEvicted)
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
        if (_lookupsUnderWay is > 0 and < MaxLookupsUnderWay && _candidates.HasUnresolved && Now < _nextLookupAt)
            next = TimerInstant.Earlier(next, _nextLookupAt);
        var isAnyDue = false;
        foreach (var attempt in _open)
        {
            if (attempt.IsOverdue)
                continue;
            isAnyDue = true;
            next = TimerInstant.Earlier(next, TimerInstant.Earlier(attempt.DueAt, attempt.RaceAt));
        }
        return isAnyDue || _open.Count == 0 || _lookupsUnderWay > 0 ? next : TimerInstant.Earlier(next, LastWait());
    }

    private InquiryResult Conclude()
    {
        foreach (var attempt in _open)
            attempt.Trace?.End("no answer");
        if (_context.Flight!.IsEvicted)
            return InquiryResult.Failed(FailureReason.Overloaded, "had to make room for others");
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
