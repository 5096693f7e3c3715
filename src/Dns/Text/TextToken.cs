namespace Dns.Text;

/// <summary>
/// A piece of an entry between blanks, or a quoted string without its quotes; escapes not yet undone.
/// </summary>
/// <param name="Start">Where in the entry it begins.</param>
/// <param name="Length">Its octets.</param>
/// <param name="IsQuoted">Whether it stood in quotes.</param>
internal readonly record struct TextToken(int Start, int Length, bool IsQuoted);
