using Dns;
using Resolver.Ports;
using Resolver.Recursion.Exchanges;
using Resolver.Recursion.Inquiries;
using Resolver.Recursion.Responses;
using Resolver.Recursion.Steps;
using Resolver.Recursion.Tracing;
using Resolver.Recursion.Work;

namespace Resolver.Recursion.Delegations;

/// <summary>
/// Knows the servers of the root: asks those of the hints who they are (RFC 9609), once, and again when their answer
/// has expired. Until there is an answer, and if there is none, the hints themselves serve.
/// </summary>
internal sealed class RootPrimer
{
    /// <summary>How long the hints serve after a priming that failed.</summary>
    // RFC 9609 §3.1: not to be repeated in haste; ten seconds let an outage pass.
    public static readonly Ttl RetryAfter = new(10);

    private readonly Inquirer _inquirer;
    private readonly RecursionOptions _options;
    private readonly Clock _clock;
    private readonly Delegation _hints;
    private Delegation? _primed;
    private Instant _notBefore = new(long.MinValue);
    private Task<Delegation>? _priming;

    /// <summary>Begins with the hints.</summary>
    public RootPrimer(Inquirer inquirer, RecursionOptions options, Clock clock)
    {
        _inquirer = inquirer;
        _options = options;
        _clock = clock;
        _hints = new() { Zone = DomainName.Root, Origin = DelegationOrigin.Hints, Servers = options.RootHints };
    }

    /// <summary>The servers of the root, primed if that can be.</summary>
    public async ValueTask<Delegation> FindAsync(StepContext context)
    {
        var now = _clock.Now.Monotonic;
        if (_primed is { } primed && primed.ExpiresAt.IsAfter(now))
            return primed;
        if (_notBefore.IsAfter(now))
            return _primed ?? _hints;
        _priming ??= PrimeAsync(context);
        return await _priming;
    }

    private async Task<Delegation> PrimeAsync(StepContext context)
    {
        var question = new Question(DomainName.Root, RecordType.Ns) { AsksForSignatures = _options.AsksForSignatures };
        var trace = context.Trace?.Begin(TraceKind.Question, "priming: . NS", DomainName.Root, RecordType.Ns);
        // Paid for by nobody: it is done for all.
        var limits = BudgetLimits.Default;
        var own = context with
        {
            Query = new(new Budget(limits)),
            Flight = new(new(DomainName.Root, RecordType.Ns, Checking.Enabled), limits),
            Trace = trace,
        };
        var result = await _inquirer.AskAsync(_hints, question, own, new(_hints, []), null);
        _priming = null;
        if (result.Response is not { Kind: ResponseKind.Answer } response)
        {
            _notBefore = _clock.Now.Monotonic.Plus(RetryAfter);
            trace?.End("no answer: the hints serve");
            return _primed ?? _hints;
        }
        _primed = Read(response);
        trace?.End($"{_primed.Servers.Count} servers");
        return _primed;
    }

    private Delegation Read(ScrubbedResponse response)
    {
        var servers = ReferralReader.ServersOf(response.Data, response.Source!.Additional, DomainName.Root);
        return new()
        {
            Zone = DomainName.Root,
            Origin = DelegationOrigin.Priming,
            Servers = [.. servers.Select(WithHintedAddresses)],
            ExpiresAt = _clock.Now.Monotonic.Plus(ReferralReader.Life(response.Data.Ttl)),
        };
    }

    // RFC 9609 §4.2: the additional section need not hold all addresses; the hints know most.
    private NameServer WithHintedAddresses(NameServer server)
    {
        if (server.Glue.Count > 0)
            return server;
        var hint = _options.RootHints.FirstOrDefault(hint => hint.Name.Equals(server.Name));
        return hint ?? server;
    }
}
