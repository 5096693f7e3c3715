using StubCheck.Asking;
using StubCheck.Canned;
using StubCheck.Models;
using StubCheck.Reporting;
using StubCheck.Wire;

namespace StubCheck.Tests;

/// <summary>What the checks say of a canned reply with one fault, without a socket in between.</summary>
internal static class Spoiled
{
    private const ushort SomeId = 4711;

    /// <summary>The exchange of a question, as <c>"chain2.stub.test A udp"</c>, with the canned responder.</summary>
    public static Exchange Exchange(string question, Fault fault)
    {
        var words = question.Split(' ');
        var mode = Mode.All.Single(mode => mode.Id == words[2]);
        var query = new Query(WireName.FromText(words[0])!, RecordTypes.Find(words[1])!.Value, mode);
        var sent = query.ToOctets(SomeId);

        return new Exchange(query, sent, CannedReply.To(sent, mode.Transport, fault));
    }

    /// <summary>The checks of a kind that break, in the order of the report.</summary>
    public static string[] Breaks(string question, Fault fault, CheckKind kind) =>
    [
        .. Examiner.Judge(Exchange(question, fault))
            .Where(cell => cell.Kind == kind && cell.Verdict.Kind == VerdictKind.Break)
            .Select(cell => cell.Check),
    ];

    /// <summary>The models that break over UDP, each asking as it does.</summary>
    public static string ModelsThatBreak(string question, Fault fault)
    {
        var plain = Breaks(question + " udp", fault, CheckKind.Model);
        var edns = Breaks(question + " udp+edns", fault, CheckKind.Model);

        return string.Join(", ", StubModels.All.Select(model => model.Id).Where(plain.Union(edns).Contains));
    }
}
