namespace Resolverd.Configuration.Values;

/// <summary>Finds what was most likely meant by a misspelt name.</summary>
internal static class NearestName
{
    /// <summary>
    /// Names longer than this are not compared: no key is as long, and the work is the product of lengths.
    /// </summary>
    public const int MaxLength = 64;

    /// <summary>The candidate that takes the fewest edits, if those are few for its length.</summary>
    public static string? Of(string found, IEnumerable<string> candidates)
    {
        if (found.Length is 0 or > MaxLength)
            return null;

        string? nearest = null;
        var fewest = int.MaxValue;
        foreach (var candidate in candidates)
        {
            var edits = Edits(Fold(found), candidate);
            if (edits <= Math.Max(1, Math.Max(candidate.Length, found.Length) / 3) && edits < fewest)
                (nearest, fewest) = (candidate, edits);
        }

        return nearest;
    }

    // Snake case, camel case and capitals are spellings of the same word.
    private static string Fold(string name) =>
        string.Concat(name.Select((letter, i) => letter switch
        {
            '_' or ' ' => "-",
            >= 'A' and <= 'Z' when i > 0 && char.IsAsciiLetterLower(name[i - 1]) => "-" + char.ToLowerInvariant(letter),
            _ => char.ToLowerInvariant(letter).ToString(),
        }));

    // Insertions, deletions, substitutions, and swaps of neighbours (optimal string alignment).
    private static int Edits(string from, string to)
    {
        var table = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++)
            table[i, 0] = i;
        for (var j = 0; j <= to.Length; j++)
            table[0, j] = j;

        for (var i = 1; i <= from.Length; i++)
        {
            for (var j = 1; j <= to.Length; j++)
            {
                var replace = table[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                table[i, j] = Math.Min(replace, Math.Min(table[i - 1, j], table[i, j - 1]) + 1);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
            }
        }

        return table[from.Length, to.Length];
    }
}
