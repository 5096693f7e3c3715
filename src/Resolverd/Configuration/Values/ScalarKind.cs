using Resolverd.Configuration.Syntax;

namespace Resolverd.Configuration.Values;

/// <summary>A value written as one scalar.</summary>
internal abstract class ScalarKind<T> : ValueKind<T>
{
    /// <inheritdoc/>
    public sealed override bool TryRead(ConfigNode node, ProblemList problems, out T value)
    {
        string? hint = null;
        if (node is ScalarNode { IsNull: false } scalar && TryParse(scalar.Text, out value, out hint))
            return true;
        value = default!;
        return problems.AddFound(node, Allowed, hint);
    }

    /// <inheritdoc/>
    public override string Print(T value) => YamlText.Scalar(Format(value));

    /// <summary>Reads the text; a hint says what is most likely meant or missing.</summary>
    protected abstract bool TryParse(string text, out T value, out string? hint);

    /// <summary>The canonical text, which <see cref="TryParse"/> reads.</summary>
    protected abstract string Format(T value);
}
