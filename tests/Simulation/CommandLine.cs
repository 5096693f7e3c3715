using System.Globalization;

namespace Simulation;

/// <summary>The arguments of the program: options with values, and the rest.</summary>
internal sealed class CommandLine
{
    private static readonly HashSet<string> Switches = ["--trace"];

    private readonly Dictionary<string, string> _options = [];

    public CommandLine(string[] arguments)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            if (!arguments[i].StartsWith("--", StringComparison.Ordinal))
                Words.Add(arguments[i]);
            else if (Switches.Contains(arguments[i]))
                _options[arguments[i]] = "";
            else
                _options[arguments[i]] = ++i < arguments.Length ? arguments[i] : "";
        }
    }

    /// <summary>What is no option.</summary>
    public List<string> Words { get; } = [];

    /// <summary>True if the option was given.</summary>
    public bool Has(string option) => _options.ContainsKey(option);

    /// <summary>The value of an option; null without it.</summary>
    public string? Value(string option) => _options.GetValueOrDefault(option);

    /// <summary>The number of an option.</summary>
    public double Number(string option, double otherwise) =>
        _options.TryGetValue(option, out var text) ? double.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
