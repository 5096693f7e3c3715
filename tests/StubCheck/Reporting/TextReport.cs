using System.Globalization;
using System.Text;

namespace StubCheck.Reporting;

/// <summary>The matrix as a person reads it: checks down, ways of asking across, then what broke.</summary>
internal static class TextReport
{
    private const int FirstColumn = 38;
    private const int Column = 11;

    /// <summary>Breaks that are told one by one; JSON has them all.</summary>
    private const int MaxBreaksTold = 60;

    /// <summary>Writes the report.</summary>
    public static string Write(string server, IReadOnlyList<Cell> cells)
    {
        var text = new StringBuilder();
        var modes = cells.Select(cell => cell.Mode).Distinct().ToList();
        var questions = cells.Select(cell => cell.Question).Distinct().Count();
        text.Append(CultureInfo.InvariantCulture, $"{server}: {questions} question(s), replies that pass\n\n");
        text.Append(new string(' ', FirstColumn));
        modes.ForEach(mode => text.Append(mode.PadLeft(Column)));
        text.Append('\n');
        foreach (var kind in cells.GroupBy(cell => cell.Kind).OrderBy(group => group.Key))
        {
            text.Append(CultureInfo.InvariantCulture, $"{Title(kind.Key)}\n");
            foreach (var check in kind.GroupBy(cell => cell.Check))
                AppendRow(text, check, modes);
        }

        AppendBreaks(text, [.. cells.Where(cell => cell.Verdict.Kind == VerdictKind.Break)]);
        var passed = cells.Count(cell => cell.Verdict.Kind == VerdictKind.Ok);
        var broken = cells.Count(cell => cell.Verdict.Kind == VerdictKind.Break);
        text.Append(CultureInfo.InvariantCulture, $"\n{passed} verdicts pass, {broken} break\n");

        return text.ToString();
    }

    private static void AppendRow(StringBuilder text, IGrouping<string, Cell> check, List<string> modes)
    {
        text.Append("  ").Append(check.Key.PadRight(FirstColumn - 2));
        foreach (var mode in modes)
        {
            var judged = check.Where(cell => cell.Mode == mode && cell.Verdict.Kind != VerdictKind.LeftOut).ToList();
            var passed = judged.Count(cell => cell.Verdict.Kind == VerdictKind.Ok);
            var entry = judged.Count == 0 ? "-"
                : passed == judged.Count ? passed.ToString(CultureInfo.InvariantCulture)
                : string.Create(CultureInfo.InvariantCulture, $"RED {passed}/{judged.Count}");
            text.Append(entry.PadLeft(Column));
        }

        text.Append('\n');
    }

    private static void AppendBreaks(StringBuilder text, List<Cell> breaks)
    {
        if (breaks.Count > 0)
            text.Append('\n');
        foreach (var cell in breaks.Take(MaxBreaksTold))
        {
            text.Append(CultureInfo.InvariantCulture,
                $"break: {cell.Question}, {cell.Mode}: {cell.Check}: {cell.Verdict.Reason}\n");
        }

        if (breaks.Count > MaxBreaksTold)
            text.Append(CultureInfo.InvariantCulture, $"and {breaks.Count - MaxBreaksTold} more (--json tells all)\n");
    }

    private static string Title(CheckKind kind) => kind switch
    {
        CheckKind.Rule => "rules of the layout",
        CheckKind.Model => "models of clients",
        _ => "clients of this machine",
    };
}
