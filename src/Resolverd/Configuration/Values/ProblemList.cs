using Resolverd.Configuration.Syntax;

namespace Resolverd.Configuration.Values;

/// <summary>Problems found so far, and the key that is being read.</summary>
internal readonly struct ProblemList(List<ConfigurationProblem> problems, string key, string alternative = "")
{
    private readonly List<ConfigurationProblem> _problems = problems;
    private readonly string _key = key;
    private readonly string _alternative = alternative;

    /// <summary>The same list, for an item of the list that is being read.</summary>
    public ProblemList Item(int index) => new(_problems, KeyPath.Item(_key, index));

    /// <summary>The same list and key, where a word is allowed besides.</summary>
    public ProblemList Or(string word) => new(_problems, _key, $", or {word}");

    /// <summary>Adds a problem. Returns false, which is what a failed read returns.</summary>
    public bool Add(ConfigNode node, string message)
    {
        _problems.Add(new ConfigurationProblem(node.Position, _key, message));
        return false;
    }

    /// <summary>Adds "found this; allowed: that", with a hint where one is known.</summary>
    public bool AddFound(ConfigNode node, string allowed, string? hint)
    {
        var message = $"found {node.Describe()}; allowed: {allowed}{_alternative}";
        return Add(node, hint is null ? message : $"{message} ({hint})");
    }
}
