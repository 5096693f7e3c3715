using System.Text.Json.Nodes;
using Resolverd.Configuration.Syntax;

namespace Resolverd.Configuration.Values;

/// <summary>
/// What a key may hold: how it is read, printed, described to people and to JSON schema. Printing and reading are
/// each other's inverse.
/// </summary>
internal abstract class ValueKind<T>
{
    /// <summary>The type in a word or two, for the reference page: <c>duration</c>.</summary>
    public abstract string TypeName { get; }

    /// <summary>What is allowed, for the reference page and for messages: <c>a duration from 1s to 1d</c>.</summary>
    public abstract string Allowed { get; }

    /// <summary>The JSON schema of the value.</summary>
    public abstract JsonObject Schema();

    /// <summary>Reads a value, or adds the problems that keep it from being one.</summary>
    public abstract bool TryRead(ConfigNode node, ProblemList problems, out T value);

    /// <summary>The value as one line of YAML that reads back as the same value.</summary>
    public abstract string Print(T value);
}
