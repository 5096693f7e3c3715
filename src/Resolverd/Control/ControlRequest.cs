using System.Text.Json;

namespace Resolverd.Control;

/// <summary>A control call as it stands on the wire: one line of JSON.</summary>
/// <param name="Verb">The verb's name.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record ControlRequest(string Verb, IReadOnlyDictionary<string, string> Arguments)
{
    /// <summary>Octets of the longest request: a name of 255 octets, escaped, and some words.</summary>
    public const int MaxLength = 16 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 4 };

    /// <summary>Reads a request.</summary>
    /// <exception cref="ControlException">It is not in the form of the protocol.</exception>
    public static ControlRequest Parse(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line, Strict);
            return Read(document.RootElement);
        }
        catch (JsonException error)
        {
            throw new ControlException(ControlException.BadRequest, "not a line of JSON: " + error.Message);
        }
    }

    /// <summary>The line for this request, without its end.</summary>
    public byte[] ToLine() => JsonSerializer.SerializeToUtf8Bytes(new { verb = Verb, arguments = Arguments });

    private static ControlRequest Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("verb", out var verb)
            || verb.ValueKind != JsonValueKind.String)
            throw new ControlException(ControlException.BadRequest, "a request is an object with a text member 'verb'");
        var arguments = new Dictionary<string, string>();
        if (root.TryGetProperty("arguments", out var given) && given.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in given.EnumerateObject())
                arguments[member.Name] = TextOf(member);
        }
        return new(verb.GetString()!, arguments);
    }

    private static string TextOf(JsonProperty member) => member.Value.ValueKind == JsonValueKind.String
        ? member.Value.GetString()!
        : throw new ControlException(ControlException.BadRequest, $"argument '{member.Name}' is not text");
}
