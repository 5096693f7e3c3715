namespace Simulation.Rpl;

/// <summary>One thing that happens in a scenario.</summary>
public sealed record ScenarioStep(int Number, string Kind, string Arguments)
{
    /// <summary>What is sent or compared.</summary>
    public Entry? Entry { get; set; }

    /// <summary>The address of an ADDRESS argument; null without one.</summary>
    public string? Address
    {
        get
        {
            var words = Arguments.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            return words is ["ADDRESS", var address, ..] ? address : null;
        }
    }
}
