using StubCheck;
using StubCheck.Asking;
using StubCheck.Canned;
using StubCheck.Reporting;

const int usageError = 2;

if (CommandLine.Parse(args) is not { } asked)
{
    await Console.Error.WriteLineAsync(CommandLine.Usage);
    return usageError;
}

if (asked.Given.Contains("--checks") || asked.Given.Contains("--faults"))
{
    var list = asked.Given.Contains("--checks") ? Examiner.Checks : Enum.GetNames<Fault>();
    await Console.Out.WriteLineAsync(string.Join('\n', list));
    return 0;
}

if (asked.Given.Contains("--self-test"))
    return await SelfTest.RunAsync(Console.Out);

if (asked.Responds is { } fault)
{
    using var responder = Responder.Open(asked.Address!, fault);
    await Console.Out.WriteLineAsync($"answering at {responder.Address} ({fault})");
    await responder.RunAsync(CancellationToken.None);
    return 0;
}

var cells = new List<Cell>();
var examiner = new Examiner(new Asker(asked.Address!, asked.Patience));
foreach (var name in asked.Names)
    cells.AddRange(await examiner.ExamineAsync(name, asked.Types));

if (asked.JoinedFile is { } file)
{
    if (JsonReport.Read(await File.ReadAllTextAsync(file)) is not { } joined)
    {
        await Console.Error.WriteLineAsync($"{file} is not a report of this tool's form");
        return usageError;
    }

    cells.AddRange(joined);
}

var server = asked.Address!.ToString();
await Console.Out.WriteLineAsync(
    asked.Given.Contains("--json") ? JsonReport.Write(server, cells) : TextReport.Write(server, cells));
return cells.Exists(cell => cell.Verdict.Kind == VerdictKind.Break) ? 1 : 0;
