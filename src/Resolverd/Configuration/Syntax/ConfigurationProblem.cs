namespace Resolverd.Configuration.Syntax;

/// <summary>
/// One thing that is wrong with the settings: where, which key, what was found and what is allowed. Nothing starts
/// while there is one.
/// </summary>
internal sealed record ConfigurationProblem(SourcePosition Position, string Key, string Message)
{
    /// <summary>The line an operator sees. An argument names its key already.</summary>
    public override string ToString() =>
        Key.Length == 0 || Position.Source.Name.EndsWith(" " + Key, StringComparison.Ordinal)
            ? $"{Position}: {Message}"
            : $"{Position}: {Key}: {Message}";
}
