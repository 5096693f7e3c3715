using System.Text.Json.Nodes;
using Resolverd.Configuration.Syntax;

namespace Resolverd.Configuration.Values;

/// <summary>What the two optional kinds share: how "left open" is written.</summary>
internal static class OpenValue
{
    /// <summary>Whether a value was left open: nothing, <c>null</c>, or the word, unquoted.</summary>
    public static bool IsOpen(ConfigNode node, string word) =>
        node is ScalarNode scalar && (scalar.IsNull || (scalar.Form == ScalarForm.Plain && scalar.Text == word));

    /// <summary>The inner schema, or null, or the word.</summary>
    public static JsonObject Schema(JsonObject inner, string word)
    {
        var alternatives = new JsonArray(inner, new JsonObject { ["type"] = "null" });
        if (word != "null")
            alternatives.Add((JsonNode)new JsonObject { ["const"] = word });
        return new JsonObject { ["anyOf"] = alternatives };
    }
}
