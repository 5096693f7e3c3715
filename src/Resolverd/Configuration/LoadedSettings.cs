using System.Collections.Immutable;
using Resolverd.Configuration.Model;
using Resolverd.Configuration.Reading;
using Resolverd.Configuration.Syntax;

namespace Resolverd.Configuration;

/// <summary>What came of reading settings: a model, or everything that is wrong. Never both.</summary>
internal sealed record LoadedSettings
{
    /// <summary>The settings; nothing where there are problems.</summary>
    public required Settings? Settings { get; init; }

    /// <summary>Everything wrong, in the order of the text.</summary>
    public required ImmutableArray<ConfigurationProblem> Problems { get; init; }

    /// <summary>Every key with its value and origin.</summary>
    public required ImmutableArray<EffectiveValue> Effective { get; init; }

    /// <summary>
    /// What these settings change that a reload cannot: values that hold until a restart and differ from those that
    /// apply now.
    /// </summary>
    public IEnumerable<string> WhatNeedsRestart(LoadedSettings now)
    {
        var old = now.Effective.ToDictionary(value => value.Path, value => value.Text, StringComparer.Ordinal);
        return Effective
            .Where(value => value.Change == KeyChange.AtRestart && value.Text != old[value.Path])
            .Select(value => $"{value.Path} is {old[value.Path]} and would become {value.Text} ({value.Origin}), "
                + "which takes a restart");
    }

    /// <summary>Whether a key was given, in the file or by argument.</summary>
    public bool IsGiven(string path) =>
        Effective.Any(value => value.Path == path && value.Origin != EffectiveValue.DefaultOrigin);
}
