using System.Collections.Immutable;
using System.CommandLine;
using Resolverd.Configuration;

namespace Resolverd.Commands;

/// <summary>The options that say which settings are meant; the same for every verb.</summary>
internal sealed class CommonOptions
{
    private readonly Option<string?> _config = new("--config", "-c")
    {
        Description = $"Settings file (YAML or JSON). Without it {SettingsSource.DefaultPath}, if there is one.",
        HelpName = "file",
        Recursive = true,
    };

    private readonly Option<string[]> _set = new("--set", "-s")
    {
        Description = "Override one key; may be given many times. Lists in YAML: --set 'access.allow=[192.0.2.0/24]'.",
        HelpName = "key.path=value",
        Recursive = true,
        AllowMultipleArgumentsPerToken = false,
    };

    /// <summary>Adds the options to the root, for it and every verb.</summary>
    public void AddTo(RootCommand root)
    {
        root.Options.Add(_config);
        root.Options.Add(_set);
    }

    /// <summary>Whether any of them was given.</summary>
    public bool AreGiven(ParseResult parsed) =>
        parsed.GetResult(_config) is { Implicit: false } || parsed.GetResult(_set) is { Implicit: false };

    /// <summary>The overrides alone.</summary>
    public ImmutableArray<string> OverridesOf(ParseResult parsed) => [.. parsed.GetValue(_set) ?? []];

    /// <summary>The settings that were asked for.</summary>
    public SettingsSource SourceOf(ParseResult parsed) =>
        SettingsSource.Find(parsed.GetValue(_config), parsed.GetValue(_set) ?? []);
}
