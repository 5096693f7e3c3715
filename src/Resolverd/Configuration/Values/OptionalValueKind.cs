using System.Text.Json.Nodes;
using Resolverd.Configuration.Syntax;

namespace Resolverd.Configuration.Values;

/// <summary><see cref="OptionalKind{T}"/> for value types.</summary>
internal sealed class OptionalValueKind<T>(ValueKind<T> inner, string word) : ValueKind<T?>
    where T : struct
{
    /// <inheritdoc/>
    public override string TypeName => inner.TypeName;

    /// <inheritdoc/>
    public override string Allowed => $"{inner.Allowed}, or {word}";

    /// <inheritdoc/>
    public override JsonObject Schema() => OpenValue.Schema(inner.Schema(), word);

    /// <inheritdoc/>
    public override bool TryRead(ConfigNode node, ProblemList problems, out T? value)
    {
        value = null;
        if (OpenValue.IsOpen(node, word))
            return true;
        if (!inner.TryRead(node, problems.Or(word), out var read))
            return false;
        value = read;
        return true;
    }

    /// <inheritdoc/>
    public override string Print(T? value) => value is { } given ? inner.Print(given) : word;
}
