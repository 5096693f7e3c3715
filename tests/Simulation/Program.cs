using System.Globalization;
using Simulation.Rpl;
using Simulation.Running;

namespace Simulation;

/// <summary>
/// The simulation from the command line: worlds by seed, or scenario files.
/// </summary>
internal static class Program
{
    private const string Usage = """
        Simulation --seed N [--trace]          one world, with every event
        Simulation --seeds N..M                worlds N to M
        Simulation --minutes M | --hours H     new worlds until the time is over
        Simulation rpl PATH… [--list FILE] [--not-passing FILE] [--trace]
                                               scenario files; ids of a list are below RESOLVERD_SHARED/scenarios
        """;

    private static int Main(string[] arguments)
    {
        var line = new CommandLine(arguments);
        Action<string>? listener = line.Has("--trace") ? Console.Out.WriteLine : null;
        if (line.Words is ["rpl", ..])
            return PlayScenarios(line, listener);
        var runner = new SeedRunner(Console.Out, (int)line.Number("--questions", 100), listener);
        if (line.Value("--seed") is { } seed)
        {
            var report = runner.Run(ulong.Parse(seed, CultureInfo.InvariantCulture));
            if (report.Failures.Count == 0 && listener is null)
                Console.WriteLine(report);
            return runner.Failed.Count;
        }
        foreach (var remembered in SeedRunner.Remembered())
            runner.Run(remembered);
        if (line.Value("--seeds") is { } seeds)
        {
            var bounds = seeds.Split("..");
            var last = ulong.Parse(bounds[^1], CultureInfo.InvariantCulture);
            for (var next = ulong.Parse(bounds[0], CultureInfo.InvariantCulture); next <= last; next++)
                runner.Run(next);
        }
        else if (line.Has("--minutes") || line.Has("--hours"))
        {
            var minutes = line.Number("--minutes", 0) + 60 * line.Number("--hours", 0);
            runner.RunFor(TimeSpan.FromMinutes(minutes), (ulong)DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());
        }
        else
        {
            Console.WriteLine(Usage);
            return 2;
        }
        Console.WriteLine(runner.Summary());
        return runner.Failed.Count == 0 ? 0 : 1;
    }

    private static int PlayScenarios(CommandLine line, Action<string>? listener)
    {
        var shared = Path.Combine(Environment.GetEnvironmentVariable("RESOLVERD_SHARED") ?? "../shared", "scenarios");
        var paths = line.Words.Skip(1).ToList();
        if (line.Value("--list") is { } list)
        {
            paths.AddRange(File.ReadLines(list)
                .Select(entry => entry.Split('#')[0].Trim())
                .Where(entry => entry.Length > 0)
                .Select(entry => Path.Combine(shared, "scenarios", entry)));
        }
        var notPassing = line.Value("--not-passing") is { } file ? NotPassingList.Load(file) : NotPassingList.Empty;
        var suite = new RplSuite(notPassing, Console.Out, listener);
        foreach (var path in RplSuite.Expand(paths))
            suite.Play(path);
        Console.WriteLine(suite.Summary());
        return suite.Surprises == 0 ? 0 : 1;
    }
}
