using System.Globalization;
using System.Text;
using Resolverd.Configuration.Reading;

namespace Resolverd.Configuration.Output;

/// <summary>Writes the reference page of all keys, <c>docs/configuration.md</c>, from their declarations.</summary>
internal static class ReferencePage
{
    private const string Opening = """
        # Configuration

        Written from the declarations of the keys by `resolverd show-config --reference`; a test keeps this page
        current.

        `resolverd` reads one YAML file: the one named with `--config`, or `/etc/resolverd/resolverd.yaml` where it
        exists. Every key has a default, so the file may be empty or missing. JSON is YAML, so a `.json` file works as
        well. `--set key.path=value` overrides any key (`--set cache.max-ttl=1h`,
        `--set 'access.allow=[192.0.2.0/24]'`).

        - **Units** are written out: durations as `1500ms`, `30s`, `5m`, `2h`, `1d`, `1w`; sizes as `512B`, `64KiB`,
          `1GiB` or `100MB`. A bare number is refused where a unit is needed.
        - **Paths** that are relative start at the folder of the file that names them, for `--set` at the working
          directory.
        - **`null`**, or nothing after the colon, leaves a key open where the table says so; a section may be empty.
        - **Mistakes**: an unknown key, a key given twice, a bad value or two keys at odds are errors with file, line,
          column, what was found and what is allowed. All of them are reported, and nothing starts.
          `resolverd check-config` tells without starting anything; `resolverd show-config` prints every value that
          applies and where it comes from.
        - **Changes** are taken over by a reload (SIGHUP, `systemctl reload resolverd`) where the table says so. A
          reload that would change anything else, or finds a mistake, changes nothing and says why.
        - Anchors, aliases, tags and further documents of YAML are refused, as is a file above 1 MiB.

        `resolverd show-config --schema` prints a JSON schema for editors.


        """;

    /// <summary>The whole page.</summary>
    public static string Write(SchemaSection schema)
    {
        var text = new StringBuilder(Opening.ReplaceLineEndings("\n"));
        WriteKeys(text, schema, depth: 1);
        foreach (var section in schema.Children.OfType<SchemaSection>())
            WriteSection(text, section, depth: 2);
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void WriteSection(StringBuilder text, SchemaSection section, int depth)
    {
        var heading = $"{new string('#', depth)} `{section.Path}`";
        text.Append(CultureInfo.InvariantCulture, $"{heading}\n\n{section.Description}");
        if (section.MaximumCount is { } count)
            text.Append(CultureInfo.InvariantCulture, $" A list of up to {count} maps with these keys:");
        if (section.IsPlanned)
            text.Append(" *Not available in this version.*");
        text.Append("\n\n");
        WriteKeys(text, section, depth);
        foreach (var child in section.Children.OfType<SchemaSection>())
            WriteSection(text, child, depth + 1);
    }

    private static void WriteKeys(StringBuilder text, SchemaSection section, int depth)
    {
        var keys = section.Children.OfType<SchemaKey>().ToArray();
        if (keys.Length == 0)
            return;
        if (depth == 1)
            text.Append("## Top level\n\n");
        text.Append("| Key | Allowed | Default | Change | Since | Meaning |\n|---|---|---|---|---|---|\n");
        foreach (var key in keys)
            WriteKey(text, key, key.IsPlanned && !section.IsPlanned ? " *Not available in this version.*" : "");
        text.Append('\n');
    }

    private static void WriteKey(StringBuilder text, SchemaKey key, string note)
    {
        var value = key.Default is null ? "*required*" : $"`{key.Default}`";
        var change = key.Change == KeyChange.OnReload ? "reload" : "restart";
        var about = $"{Cell(key.Allowed)} | {Cell(value)} | {change} | {key.Since}";
        text.Append(CultureInfo.InvariantCulture, $"| `{key.Name}` | {about} | {Cell(key.Description)}{note} |\n");
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
