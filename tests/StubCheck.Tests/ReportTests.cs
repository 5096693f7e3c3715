using StubCheck.Reporting;

namespace StubCheck.Tests;

public sealed class ReportTests
{
    private static readonly Cell[] Cells =
    [
        new("www.test. A", "udp", "no stranger", CheckKind.Rule, Verdict.Ok),
        new("www.test. A", "udp", "glibc 2.36", CheckKind.Model, Verdict.Break("finds nothing")),
        new("www.test. A", "udp", "HAProxy", CheckKind.Model, Verdict.LeftOut("has no TCP")),
        new("www.test. A", "udp", "getaddrinfo", CheckKind.Client, Verdict.Ok),
    ];

    [Fact]
    public void The_matrix_shows_breaks_in_red_and_what_is_left_out_as_a_dash()
    {
        var lines = TextReport.Write("192.0.2.1:53", Cells).Split('\n');

        Assert.Contains(lines, line => line.StartsWith("  no stranger") && line.EndsWith(" 1"));
        Assert.Contains(lines, line => line.StartsWith("  glibc 2.36") && line.EndsWith("RED 0/1"));
        Assert.Contains(lines, line => line.StartsWith("  HAProxy") && line.EndsWith(" -"));
        Assert.Contains("break: www.test. A, udp: glibc 2.36: finds nothing", lines);
        Assert.Contains("2 verdicts pass, 1 break", lines);
    }

    [Fact]
    public void JSON_reads_back_as_it_was_written() =>
        Assert.Equal(Cells, JsonReport.Read(JsonReport.Write("192.0.2.1:53", Cells)));

    [Theory]
    [InlineData("not JSON")]
    [InlineData("{}")]
    [InlineData("{\"cells\":[{\"question\":1}]}")]
    [InlineData("""{"cells":[{"question":"a","mode":"udp","check":"x","kind":"odd","verdict":"ok"}]}""")]
    public void What_is_no_report_is_refused(string json) => Assert.Null(JsonReport.Read(json));
}
