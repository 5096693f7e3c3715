using StubCheck.Asking;
using StubCheck.Wire;

namespace StubCheck.Rules;

/// <summary>
/// One rule of the layout that every reply keeps, whoever reads it. The check returns what breaks it, or null.
/// </summary>
internal sealed record LayoutRule(string Id, Func<Exchange, Message, string?> FindBreak)
{
    /// <summary>Applies the rule to an exchange.</summary>
    public Verdict Judge(Exchange exchange)
    {
        if (exchange.Reply is not { } reply)
            return Verdict.Break("no reply");

        return FindBreak(exchange, reply) is { } reason ? Verdict.Break(reason) : Verdict.Ok;
    }
}
