using System.Globalization;

namespace Simulation.Running;

/// <summary>What a run of one seed found.</summary>
public sealed record RunReport
{
    /// <summary>The seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The faults there were.</summary>
    public required FaultKinds Faults { get; init; }

    /// <summary>Queries of clients.</summary>
    public required int Asked { get; init; }

    /// <summary>Queries to servers.</summary>
    public required int Sent { get; init; }

    /// <summary>Answers other than SERVFAIL.</summary>
    public required int Resolved { get; init; }

    /// <summary>Virtual seconds that passed.</summary>
    public required double Seconds { get; init; }

    /// <summary>The number that a second run must have too.</summary>
    public required ulong TraceHash { get; init; }

    /// <summary>What was wrong, in words; empty for a clean run.</summary>
    public required IReadOnlyList<string> Failures { get; init; }

    /// <summary>One line, or several for a failure; the last says how to see it again.</summary>
    public override string ToString()
    {
        var counts = string.Create(CultureInfo.InvariantCulture,
            $"seed {Seed}: {Asked} asked, {Resolved} resolved, {Sent} sent, {Seconds:F0} s, trace {TraceHash:x16}");
        var line = $"{counts}, faults: {Faults}";
        return Failures.Count == 0
            ? line
            : $"{line}\n  {string.Join("\n  ", Failures.Take(10))}\n"
                + $"replay: dotnet run --project tests/Simulation -- --seed {Seed} --trace";
    }
}
