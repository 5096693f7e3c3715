using System.Text.Json.Nodes;
using Resolverd.Configuration;
using Resolverd.Configuration.Output;
using Resolverd.Configuration.Reading;

namespace Resolverd.Tests.Configuration;

public sealed class OutputTests
{
    [Fact]
    public void The_reference_page_is_current()
    {
        var path = Path.Combine(Repository.Root, "docs", "configuration.md");
        var fresh = ReferencePage.Write(SettingsLoader.Schema);
        if (Environment.GetEnvironmentVariable("RESOLVERD_REGENERATE") == "1")
            File.WriteAllText(path, fresh);

        Assert.True(
            fresh == File.ReadAllText(path),
            "docs/configuration.md is stale. Run: resolverd show-config --reference > docs/configuration.md");
    }

    [Fact]
    public void What_show_config_prints_reads_back_as_the_same_settings()
    {
        using var file = new SettingsFile(SampleSettings.Everything);
        var first = file.Load();

        var text = EffectiveSettings.Write(first).Replace("\n# ", "\n", StringComparison.Ordinal);
        File.WriteAllText(file.Path, text.StartsWith("# ", StringComparison.Ordinal) ? text[2..] : text);
        var second = file.Load();

        Assert.Empty(second.Problems);
        Assert.Equal(
            first.Effective.Select(value => (value.Path, value.Text)),
            second.Effective.Select(value => (value.Path, value.Text)));
    }

    [Fact]
    public void Show_config_names_the_origin_of_each_value()
    {
        using var file = new SettingsFile("logging:\n  level: debug\n");
        var loaded = SettingsLoader.Load(new SettingsSource(file.Path, ["logging.max-per-cause=7"]));

        var lines = EffectiveSettings.Write(loaded).Split('\n');

        AssertLine(lines, "  level: debug", file.Path + ":2");
        AssertLine(lines, "  max-per-cause: 7", "--set logging.max-per-cause");
        AssertLine(lines, "  format: plain", "default");
    }

    [Fact]
    public void The_JSON_schema_has_every_key_of_this_version_and_no_other()
    {
        var schema = JsonNode.Parse(JsonSchema.Write(SettingsLoader.Schema))!;

        var keys = SettingsLoader.Schema.Children.OfType<SchemaSection>()
            .Where(section => !section.IsPlanned)
            .SelectMany(section => Names(section.Name, schema["properties"]![section.Name]!));
        var available = SettingsLoader.Schema.Children.OfType<SchemaSection>()
            .Where(section => !section.IsPlanned)
            .SelectMany(section => section.Children)
            .Where(child => !child.IsPlanned)
            .Select(child => child.Path);

        Assert.Equal(available, keys);
        Assert.False((bool)schema["additionalProperties"]!);
        Assert.Equal("info", (string?)schema["properties"]!["logging"]!["properties"]!["level"]!["default"]);
    }

    private static void AssertLine(string[] lines, string value, string origin) =>
        Assert.Contains(lines, line => line.Split("  # ") is [var left, var right]
            && left.TrimEnd() == value && right == origin);

    private static IEnumerable<string> Names(string section, JsonNode schema) =>
        (schema["items"] ?? schema)["properties"]!.AsObject().Select(property => $"{section}.{property.Key}");
}
