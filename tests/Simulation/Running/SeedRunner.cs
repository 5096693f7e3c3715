using System.Diagnostics;
using System.Globalization;

namespace Simulation.Running;

/// <summary>Runs seeds until it is told to stop, and says which failed.</summary>
public sealed class SeedRunner(TextWriter output, int questionsPerSeed, Action<string>? listener)
{
    /// <summary>Queries of clients so far.</summary>
    public long Asked { get; private set; }

    /// <summary>Seeds run so far.</summary>
    public int Seeds { get; private set; }

    /// <summary>Seeds that failed.</summary>
    public List<ulong> Failed { get; } = [];

    /// <summary>Every seed that ever failed, one a line, "# why" behind it.</summary>
    public static IEnumerable<ulong> Remembered() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Seeds.txt"))
            .Select(line => line.Split('#')[0].Trim())
            .Where(line => line.Length > 0)
            .Select(line => ulong.Parse(line, CultureInfo.InvariantCulture));

    /// <summary>Runs one seed and reports it.</summary>
    public RunReport Run(ulong seed)
    {
        var report = SimulationRun.Of(seed, questionsPerSeed, listener);
        Seeds++;
        Asked += report.Asked;
        if (report.Failures.Count > 0)
            Failed.Add(seed);
        if (report.Failures.Count > 0 || listener is not null)
            output.WriteLine(report);
        return report;
    }

    /// <summary>Runs seeds one after another until the time is over.</summary>
    public void RunFor(TimeSpan duration, ulong firstSeed)
    {
        var watch = Stopwatch.StartNew();
        for (var seed = firstSeed; watch.Elapsed < duration; seed++)
        {
            Run(seed);
            if (Seeds % 100 == 0)
                output.WriteLine(Summary());
        }
    }

    /// <summary>One line of numbers.</summary>
    public string Summary()
    {
        var counts = string.Create(
            CultureInfo.InvariantCulture, $"{Seeds} worlds, {Asked} questions, {Failed.Count} failed");
        return Failed.Count == 0 ? counts : $"{counts}: {string.Join(' ', Failed.Take(20))}";
    }
}
