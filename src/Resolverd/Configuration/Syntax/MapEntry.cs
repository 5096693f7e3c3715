namespace Resolverd.Configuration.Syntax;

/// <summary>A key, the place of the key, and its value.</summary>
internal sealed record MapEntry(string Key, SourcePosition KeyPosition, ConfigNode Value);
