using System.Globalization;
using System.Text;

namespace Resolverd.Configuration.Syntax;

/// <summary>Puts text from outside into a message: quoted, cut, and with nothing a terminal would obey.</summary>
internal static class Quotation
{
    /// <summary>
    /// Characters of foreign text shown in a message: enough to recognise it, few enough for one line.
    /// </summary>
    public const int MaxLength = 60;

    /// <summary>The text in single quotes.</summary>
    public static string Of(string text)
    {
        var quoted = new StringBuilder("'");
        foreach (var rune in text.EnumerateRunes())
        {
            if (quoted.Length > MaxLength)
                return quoted.Append("…'").ToString();
            Append(quoted, rune);
        }

        return quoted.Append('\'').ToString();
    }

    /// <summary>The text unquoted and uncut, with control characters made visible.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
            Append(clean, rune);
        return clean.ToString();
    }

    private static void Append(StringBuilder quoted, Rune rune)
    {
        if (Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        {
            quoted.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
        }
        else
        {
            quoted.Append(rune.ToString());
        }
    }
}
