namespace Resolverd.Configuration.Syntax;

/// <summary>A single value. Its type is decided by the key that reads it, never by how it looks.</summary>
internal sealed record ScalarNode(SourcePosition Position, string Text, ScalarForm Form) : ConfigNode(Position)
{
    /// <summary>Whether nothing was given: <c>null</c>, <c>~</c> or an empty value, unquoted.</summary>
    public bool IsNull => Form == ScalarForm.Plain && Text is ("" or "~" or "null");

    /// <inheritdoc/>
    public override string Describe() => Text.Length == 0 && IsNull ? "nothing" : Quotation.Of(Text);
}
