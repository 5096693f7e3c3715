namespace Resolverd.Configuration.Syntax;

/// <summary>What kind of place settings text came from.</summary>
internal enum ConfigurationSourceKind
{
    /// <summary>A file, in which line and column mean something.</summary>
    File,

    /// <summary>A <c>--set</c> argument: one line that is already in front of the operator.</summary>
    Argument,
}
