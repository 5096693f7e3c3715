using System.Net;
using StubCheck.Asking;
using StubCheck.Canned;
using StubCheck.Reporting;
using StubCheck.Wire;

namespace StubCheck;

/// <summary>Shows over real sockets that good replies pass every check and that every fault is found.</summary>
internal static class SelfTest
{
    private static readonly string[] Names =
    [
        "chain0.stub.test", "chain1.stub.test", "chain3.stub.test", "chain11.stub.test", "nodata2.stub.test",
        "noname2.stub.test", "dname.sub.test", "many40.stub.test",
    ];

    // Faults are silence at worst, and a loopback reply comes within a millisecond.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);

    /// <summary>Runs every fault; the exit code is zero if all is as it should be.</summary>
    public static async Task<int> RunAsync(TextWriter output)
    {
        var (passed, failed) = (0, 0);
        foreach (var fault in Enum.GetValues<Fault>())
        {
            var breaks = await CountBreaksAsync(fault);
            var isAsExpected = (breaks == 0) == (fault == Fault.None);
            (passed, failed) = isAsExpected ? (passed + 1, failed) : (passed, failed + 1);
            await output.WriteLineAsync($"{(isAsExpected ? "ok" : "WRONG")}: {fault}: {breaks} verdict(s) break");
        }

        await output.WriteLineAsync($"{passed} passed, {failed} failed");
        return failed == 0 ? 0 : 1;
    }

    private static async Task<int> CountBreaksAsync(Fault fault)
    {
        using var stop = new CancellationTokenSource();
        using var responder = Responder.Open(new IPEndPoint(IPAddress.Loopback, 0), fault);
        var running = responder.RunAsync(stop.Token);
        var examiner = new Examiner(new Asker(responder.Address, Patience));
        var cells = new List<Cell>();
        foreach (var name in Names)
            cells.AddRange(await examiner.ExamineAsync(WireName.FromText(name)!, [RecordTypes.A, RecordTypes.Aaaa]));
        await stop.CancelAsync();
        await running;

        return cells.Count(cell => cell.Verdict.Kind == VerdictKind.Break);
    }
}
