using Dnssec;
using Resolver.Ports;
using Resolver.Recursion.Exchanges;
using Resolver.Recursion.Responses;
using Resolver.Recursion.Servers;
using Resolver.Recursion.Tracing;

namespace Resolver.Recursion.Inquiries;

/// <summary>
/// Decides what the result of one exchange is worth: a response to take, another try with the same server by other
/// means, or a server to be done with. Remembers the best of what was not good enough.
/// </summary>
internal sealed class ReplyJudge(ScrubScope scope, Vetting? vetting, ServerKnowledge knowledge)
{
    /// <summary>Doubtful answers after which the next is taken.</summary>
    public const int MaxDubious = 2;

    /// <summary>Responses looked at by validation; the last is taken, bogus or not.</summary>
    // Servers of one zone seldom disagree: two others are given the chance to do better.
    public const int MaxVetted = 3;

    private int _dubious;
    private int _vetted;

    /// <summary>A response to take if nobody has a better one.</summary>
    public ScrubbedResponse? Fallback { get; private set; }

    /// <summary>Who gave it.</summary>
    public ServerAddress FallbackServer { get; private set; }

    /// <summary>What was wrong with the first answer that could not be used; null if there was none.</summary>
    public string? Complaint { get; private set; }

    /// <summary>Judges one result; null unless it holds a response to take.</summary>
    public async ValueTask<ScrubbedResponse?> JudgeAsync(Attempt attempt, ExchangeResult result)
    {
        var candidate = attempt.Candidate;
        if (result.Status != ExchangeStatus.Answered)
        {
            TakeFailure(attempt, result);
            return null;
        }
        knowledge.Answered(candidate.Record, attempt.Transport, attempt.RoundTripUs);
        if (attempt.Transport == Transport.Tcp && result.LostCase)
            candidate.Record.LosesCase = true;
        var reply = result.Reply!;
        if (reply.Header.IsTruncated && attempt.Transport == Transport.Udp)
        {
            attempt.Trace?.End("truncated");
            candidate.Forced = Transport.Tcp;
            return null;
        }
        if (reply.Header.IsTruncated)
        {
            Finish(attempt, "truncated over TCP");
            Complaint ??= $"{candidate} truncates over TCP";
            return null;
        }
        var question = reply.Question;
        if (ResponseParser.Parse(reply.Message, question.Type) is not { } parsed)
        {
            Finish(attempt, "malformed");
            return null;
        }
        candidate.Record.Cookies.Learn(parsed.EdnsOptions.Span, attempt.Transport);
        var response = Scrubber.Scrub(parsed, question.Name, question.Type, scope);
        Trace(attempt, response);
        return await TakeResponseAsync(attempt, response, question);
    }

    private void TakeFailure(Attempt attempt, ExchangeResult result)
    {
        var candidate = attempt.Candidate;
        switch (result.Status)
        {
            case ExchangeStatus.Suspicious:
                attempt.Trace?.End(result.LostCase ? "the case of the name was lost" : "answers that may be forged");
                if (attempt.Transport == Transport.Udp)
                    candidate.Forced = Transport.Tcp;
                break;
            case ExchangeStatus.Unreachable or ExchangeStatus.Broken:
                knowledge.Silent(candidate.Record, attempt.Transport);
                candidate.IsDone = true;
                attempt.Trace?.End(result.Status == ExchangeStatus.Broken ? "connection broken" : "unreachable");
                break;
            default:
                break;
        }
    }

    private async ValueTask<ScrubbedResponse?> TakeResponseAsync(
        Attempt attempt, ScrubbedResponse response, Question question)
    {
        var candidate = attempt.Candidate;
        switch (response.Kind)
        {
            // RFC 6891 §7: a server that does not know EDNS says FORMERR; it is asked again without.
            case ResponseKind.NotUnderstood when candidate.Edns == EdnsUse.Edns:
                candidate.Edns = EdnsUse.Plain;
                candidate.Forced = attempt.Transport;
                return null;
            // RFC 7873 §5.3: the answer brought a fresh cookie; if that is refused too, TCP needs none.
            case ResponseKind.BadCookie when candidate.CookieRefusals < 2:
                candidate.Forced = candidate.CookieRefusals++ == 0 ? attempt.Transport : Transport.Tcp;
                return null;
            case ResponseKind.NotUnderstood or ResponseKind.Failed or ResponseKind.Lame or ResponseKind.BadCookie:
                Finish(attempt, null);
                knowledge.Lame(scope.Zone, candidate.Record);
                Complaint ??= $"{candidate} answered {Describe(response)}";
                return null;
            default:
                break;
        }
        var server = candidate.Record.Address;
        var objection = vetting is null ? null : await vetting(response);
        // Two servers that say the same doubtful thing are believed, and so is one about a name on the way, and one
        // that can prove it.
        if (objection is null && response.IsDubious && !question.IsProbe
            && response.Verdict is not { End.Status: SecurityStatus.Secure } && ++_dubious < MaxDubious)
            objection = "doubtful: others are asked first";
        if (objection is null || (response.Verdict is not null && ++_vetted >= MaxVetted))
            return response;
        attempt.Trace?.Note(TraceKind.Decision, objection);
        // What could not be read may have been damaged on the way.
        if (response is { IsDubious: true, Source.MalformedCount: > 0 } && attempt.Transport == Transport.Udp)
        {
            candidate.Forced = Transport.Tcp;
            return null;
        }
        candidate.IsDone = true;
        if (Fallback is null || (Fallback.IsDubious && !response.IsDubious))
            (Fallback, FallbackServer) = (response, server);
        return null;
    }

    private static void Finish(Attempt attempt, string? result)
    {
        attempt.Candidate.IsDone = true;
        if (result is not null)
            attempt.Trace?.End(result);
    }

    private static void Trace(Attempt attempt, ScrubbedResponse response)
    {
        if (attempt.Trace is not { } trace)
            return;
        trace.End(Describe(response));
        foreach (var note in response.Notes)
            trace.Note(TraceKind.Scrubbed, note);
    }

    private static string Describe(ScrubbedResponse response) => response.Kind switch
    {
        ResponseKind.Failed or ResponseKind.NotUnderstood or ResponseKind.BadCookie =>
            response.ResponseCode.ToString().ToUpperInvariant(),
        ResponseKind.Referral => $"referral to {response.NameServers.OwnerName}",
        ResponseKind.Answer => $"{response.Data.Count} {response.Data.Type} records" + Links(response),
        ResponseKind.Lame => "not authoritative for the zone",
        _ => response.Kind.ToString() + Links(response),
    };

    private static string Links(ScrubbedResponse response) => response.Links.Count switch
    {
        0 => "",
        1 => $" behind 1 alias to {response.Tail}",
        var count => $" behind {count} aliases to {response.Tail}",
    };
}
