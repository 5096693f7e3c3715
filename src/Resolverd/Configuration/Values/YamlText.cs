using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Resolverd.Configuration.Values;

/// <summary>Writes text as YAML that reads back as the same text.</summary>
internal static class YamlText
{
    private static readonly JsonSerializerOptions Readable =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly SearchValues<char> PlainLetters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/._%+-:");

    /// <summary>Plain where every reader of YAML takes it as the same text, in double quotes otherwise.</summary>
    public static string Scalar(string text) => IsPlain(text) ? text : JsonSerializer.Serialize(text, Readable);

    /// <summary>A list on one line.</summary>
    public static string List(IEnumerable<string> items) => $"[{string.Join(", ", items)}]";

    /// <summary>A map on one line.</summary>
    public static string Map(IEnumerable<(string Key, string Value)> entries) =>
        $"{{ {string.Join(", ", entries.Select(e => $"{e.Key}: {e.Value}"))} }}";

    // Text that starts like an address in short form ("::1") or ends with a colon would be taken for a key by some.
    private static bool IsPlain(string text) =>
        text.Length > 0
        && text is not ("null" or "true" or "false")
        && !text.AsSpan().ContainsAnyExcept(PlainLetters)
        && !text.Contains("::", StringComparison.Ordinal)
        && (char.IsAsciiLetterOrDigit(text[0]) || text[0] is '/' or '.')
        && text[^1] != ':';
}
