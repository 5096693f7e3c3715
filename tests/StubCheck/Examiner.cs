using StubCheck.Asking;
using StubCheck.Models;
using StubCheck.Reporting;
using StubCheck.Rules;
using StubCheck.Wire;

namespace StubCheck;

/// <summary>Asks every question in every way and has every check judge what comes.</summary>
internal sealed class Examiner(Asker asker)
{
    private const string ReplyId = "a reply in time";

    /// <summary>The names of all checks, in the order of the report.</summary>
    public static IReadOnlyList<string> Checks { get; } =
    [
        ReplyId,
        .. LayoutRules.All.Select(rule => rule.Id),
        PairRules.TruncationId, PairRules.FamiliesId, PairRules.TogetherId,
        .. StubModels.All.Select(model => model.Id),
    ];

    /// <summary>Examines a name under each of the types.</summary>
    public async Task<IReadOnlyList<Cell>> ExamineAsync(WireName name, IReadOnlyList<ushort> types)
    {
        var exchanges = new List<Exchange>();
        foreach (var type in types)
        {
            foreach (var mode in Mode.All)
                exchanges.Add(await asker.AskAsync(new Query(name, type, mode)));
        }

        return
        [
            .. exchanges.SelectMany(Judge),
            .. exchanges.SelectMany(exchange => JudgeTruncation(exchange, exchanges)),
            .. JudgeFamilies(exchanges),
            .. await AskTogetherAsync(name, types),
        ];
    }

    /// <summary>What every check that looks at one exchange says of it.</summary>
    public static IEnumerable<Cell> Judge(Exchange exchange)
    {
        var hasReply = exchange.Reply is not null;
        var silence = Verdict.LeftOut("no reply");

        yield return Cell(exchange, ReplyId, CheckKind.Rule, hasReply ? Verdict.Ok : Verdict.Break("none came"));
        foreach (var rule in LayoutRules.All)
            yield return Cell(exchange, rule.Id, CheckKind.Rule, hasReply ? rule.Judge(exchange) : silence);
        foreach (var model in StubModels.All)
            yield return Cell(exchange, model.Id, CheckKind.Model, hasReply ? model.Judge(exchange) : silence);
    }

    private static IEnumerable<Cell> JudgeTruncation(Exchange exchange, List<Exchange> all)
    {
        if (exchange.Query.Mode.Transport != Transport.Udp)
            yield break;
        var tcp = all.Find(other => other.Query == exchange.Query with { Mode = exchange.Query.Mode.OverTcp })!;

        yield return Cell(exchange, PairRules.TruncationId, CheckKind.Rule, PairRules.Truncation(exchange, tcp));
    }

    private static IEnumerable<Cell> JudgeFamilies(List<Exchange> all) =>
        from one in all
        where one.Query.Type == RecordTypes.A
        let other = all.Find(other => other.Query == one.Query with { Type = RecordTypes.Aaaa })
        where other is not null
        select Cell(one, PairRules.FamiliesId, CheckKind.Rule, PairRules.Families(one, other));

    private async Task<List<Cell>> AskTogetherAsync(WireName name, IReadOnlyList<ushort> types)
    {
        var cells = new List<Cell>();
        foreach (var mode in Mode.All.Where(mode => !mode.HasEdns && types.Count > 1))
        {
            var exchanges = await asker.AskTogetherAsync([.. types.Select(type => new Query(name, type, mode))]);
            cells.Add(Cell(exchanges[0], PairRules.TogetherId, CheckKind.Rule, PairRules.Together(exchanges)));
        }

        return cells;
    }

    private static Cell Cell(Exchange exchange, string check, CheckKind kind, Verdict verdict) =>
        new(exchange.Query.ToString(), exchange.Query.Mode.Id, check, kind, verdict);
}
