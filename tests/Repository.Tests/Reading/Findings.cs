namespace Repository.Tests.Reading;

/// <summary>How a rule is asked and how its verdict is told.</summary>
internal static class Findings
{
    /// <summary>Fails with one line per finding.</summary>
    public static void None(IEnumerable<Finding> findings)
    {
        var lines = findings.Select(finding => finding.ToString()).Distinct().ToArray();

        if (lines.Length > 0)
            Assert.Fail($"{lines.Length} place(s) break the rule:\n" + string.Join('\n', lines));
    }

    /// <summary>What a rule says of a snippet that stands at a path.</summary>
    public static string[] In(string path, string text, Func<SourceFile, IEnumerable<Finding>> rule) =>
        [.. rule(SourceFile.Of(path, text)).Select(finding => $"{finding.Line}: {finding.Message}")];
}
