using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Resolverd.Configuration.Reading;
using Resolverd.Configuration.Syntax;

namespace Resolverd.Configuration.Output;

/// <summary>Writes a JSON schema of the settings of this version, for editors and for checks elsewhere.</summary>
internal static class JsonSchema
{
    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The whole schema. Keys that this version does not have are not in it.</summary>
    public static string Write(SchemaSection schema)
    {
        var root = Section(schema);
        root.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        root.Insert(1, "title", "resolverd configuration");
        return root.ToJsonString(Readable) + "\n";
    }

    private static JsonObject Section(SchemaSection section)
    {
        var properties = new JsonObject();
        foreach (var child in section.Children.Where(child => !child.IsPlanned))
            properties[child.Name] = child is SchemaKey key ? Key(key) : Group((SchemaSection)child);

        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties };
        var required = section.Children.OfType<SchemaKey>().Where(key => key.Status == KeyStatus.Required).ToArray();
        if (required.Length > 0)
            schema["required"] = new JsonArray([.. required.Select(key => JsonValue.Create(key.Name))]);
        schema["additionalProperties"] = false;
        return schema;
    }

    private static JsonObject Group(SchemaSection section)
    {
        var item = Section(section);
        var schema = section.MaximumCount is { } count
            ? new JsonObject { ["type"] = "array", ["items"] = item, ["maxItems"] = count }
            : item;
        schema["description"] = section.Description;
        return schema;
    }

    private static JsonObject Key(SchemaKey key)
    {
        var schema = key.Schema.DeepClone().AsObject();
        schema["description"] = key.Description;
        if (key.Default is { } value)
            schema["default"] = Json(YamlReader.Read(ConfigurationSource.Argument(key.Path), value, []));
        return schema;
    }

    // Booleans and numbers look alike in YAML and JSON; every other plain scalar is text.
    private static JsonNode? Json(ConfigNode? node) => node switch
    {
        ScalarNode { IsNull: true } => null,
        ScalarNode { Form: ScalarForm.Plain, Text: "true" or "false" } scalar => scalar.Text == "true",
        ScalarNode { Form: ScalarForm.Plain } scalar when int.TryParse(scalar.Text, out var number) => number,
        ScalarNode scalar => scalar.Text,
        ListNode list => new JsonArray([.. list.Items.Select(Json)]),
        _ => null,
    };
}
