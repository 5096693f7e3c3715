namespace Resolverd.Configuration.Syntax;

/// <summary>Dotted paths of keys: <c>cache.max-ttl</c>, <c>forward-zones[2].zone</c>.</summary>
internal static class KeyPath
{
    /// <summary>
    /// The path of a key inside a section. A name from outside is shown with nothing a terminal obeys.
    /// </summary>
    public static string Join(string parent, string name)
    {
        var shown = Quotation.Of(name)[1..^1];
        return parent.Length == 0 ? shown : $"{parent}.{shown}";
    }

    /// <summary>The path of an item of a list.</summary>
    public static string Item(string parent, int index) => $"{parent}[{index}]";
}
