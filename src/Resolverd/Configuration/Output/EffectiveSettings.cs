using System.Globalization;
using System.Text;
using Resolverd.Configuration.Reading;

namespace Resolverd.Configuration.Output;

/// <summary>
/// Writes settings as they apply, each with its origin, as YAML that reads back as the same settings. Keys that this
/// version does not have are comments.
/// </summary>
internal static class EffectiveSettings
{
    private const int OriginColumn = 48;

    /// <summary>The whole document.</summary>
    public static string Write(LoadedSettings loaded)
    {
        var text = new StringBuilder();
        var values = loaded.Effective.ToDictionary(value => value.Path, StringComparer.Ordinal);
        foreach (var entry in SettingsLoader.Schema.Children)
            Write(text, entry, values, depth: 0);
        return text.ToString();
    }

    private static void Write(
        StringBuilder text, SchemaEntry entry, Dictionary<string, EffectiveValue> values, int depth)
    {
        if (entry is SchemaSection { MaximumCount: null } section)
        {
            text.Append(Indent(entry, depth)).Append(section.Name).Append(":\n");
            foreach (var child in section.Children)
                Write(text, child, values, depth + 1);
            return;
        }

        var value = values[entry.Path];
        var line = $"{Indent(entry, depth)}{entry.Name}: {value.Text}";
        var origin = entry.IsPlanned ? "not available in this version" : value.Origin;
        text.Append(CultureInfo.InvariantCulture, $"{line.PadRight(OriginColumn)}  # {origin}\n");
    }

    private static string Indent(SchemaEntry entry, int depth)
    {
        var indent = new string(' ', depth * 2);
        return entry.IsPlanned ? "# " + indent : indent;
    }
}
