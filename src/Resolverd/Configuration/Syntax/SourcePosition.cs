namespace Resolverd.Configuration.Syntax;

/// <summary>A place in settings text. Line and column count from 1.</summary>
internal sealed record SourcePosition(ConfigurationSource Source, int Line, int Column)
{
    /// <summary><c>file:line</c>, or the argument: what <c>show-config</c> prints as an origin.</summary>
    public string Origin => Source.Kind == ConfigurationSourceKind.File ? $"{Source.Name}:{Line}" : Source.Name;

    /// <summary><c>file:line:column</c>, or the argument.</summary>
    public override string ToString() =>
        Source.Kind == ConfigurationSourceKind.File ? $"{Source.Name}:{Line}:{Column}" : Source.Name;
}
