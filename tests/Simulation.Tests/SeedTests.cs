using Simulation.Running;
using Xunit;

namespace Simulation.Tests;

public sealed class SeedTests
{
    /// <summary>More than enough for 20,000 questions: each seed asks about 170.</summary>
    private const int Seeds = 220;

    private const int QuestionsPerSeed = 100;

    [Fact]
    public void Twenty_thousand_questions_over_two_hundred_worlds_break_no_rule()
    {
        var output = new StringWriter();
        var runner = new SeedRunner(output, QuestionsPerSeed, listener: null);

        for (var seed = 1ul; seed <= Seeds; seed++)
            runner.Run(seed);

        Assert.True(runner.Failed.Count == 0, output.ToString());
        Assert.True(runner.Asked >= 20_000, runner.Summary());
    }

    [Fact]
    public void Every_seed_that_ever_failed_is_clean()
    {
        var output = new StringWriter();
        var runner = new SeedRunner(output, QuestionsPerSeed, listener: null);

        foreach (var seed in SeedRunner.Remembered())
            runner.Run(seed);

        Assert.True(runner.Failed.Count == 0, output.ToString());
        Assert.True(runner.Seeds > 0, "Seeds.txt is empty or was not found");
    }

    [Theory]
    [InlineData(3ul)]
    [InlineData(6ul)]
    [InlineData(1141ul)]
    public void A_seed_replays_bit_for_bit(ulong seed)
    {
        var first = SimulationRun.Of(seed, QuestionsPerSeed);
        var second = SimulationRun.Of(seed, QuestionsPerSeed);

        Assert.Equal(first.TraceHash, second.TraceHash);
        Assert.NotEqual(first.TraceHash, SimulationRun.Of(seed + 1, QuestionsPerSeed).TraceHash);
    }
}
