using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Resolverd.Configuration.Syntax;

namespace Resolverd.Hosting.Logging;

/// <summary>
/// How a message becomes a line. Whatever was in it, it is one line with nothing a terminal would obey.
/// </summary>
internal sealed class LineFormat
{
    private const string TimeForm = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
    private const string TemplateField = "{OriginalFormat}";

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Func<LogLine, string> _format;

    private LineFormat(Func<LogLine, string> format) => _format = format;

    /// <summary>Time, level, event and sentence.</summary>
    public static LineFormat Plain { get; } = new(line =>
        $"{Time(line)} {Word(line.Level),-7} {Number(line)} {Sentence(line)}");

    /// <summary>The same for the journal, which has its own times and reads priorities (sd-daemon(3)).</summary>
    public static LineFormat Journal { get; } = new(line => $"<{Priority(line.Level)}>{Number(line)} {Sentence(line)}");

    /// <summary>A JSON object with stable names.</summary>
    public static LineFormat Json { get; } = new(AsJson);

    /// <summary>The line, without its end.</summary>
    public string Format(in LogLine line) => _format(line);

    private static string AsJson(LogLine line)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Compact))
        {
            json.WriteStartObject();
            json.WriteString("time", Time(line));
            json.WriteString("level", Word(line.Level));
            json.WriteNumber("event", line.Event.Id);
            json.WriteString("name", line.Event.Name ?? "");
            json.WriteString("source", line.Category);
            json.WriteString("message", line.Message);
            json.WriteStartObject("fields");
            foreach (var (name, value) in line.Fields.Where(field => field.Key != TemplateField))
                json.WriteString(name, Convert.ToString(value, CultureInfo.InvariantCulture));
            json.WriteEndObject();
            if (line.Exception is { } exception)
                json.WriteString("exception", exception.ToString());
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static string Sentence(LogLine line) =>
        Quotation.Clean(line.Exception is null ? line.Message : $"{line.Message} | {line.Exception}");

    private static string Time(LogLine line) => line.Time.UtcDateTime.ToString(TimeForm, CultureInfo.InvariantCulture);

    private static string Number(LogLine line) => line.Event.Id.ToString("0000", CultureInfo.InvariantCulture);

    private static string Word(LogLevel level) => level switch
    {
        LogLevel.Critical => "alarm",
        LogLevel.Error => "error",
        LogLevel.Warning => "warning",
        LogLevel.Information => "info",
        _ => "debug",
    };

    // syslog(3): 1 alert, 3 error, 4 warning, 6 informational, 7 debug.
    private static int Priority(LogLevel level) => level switch
    {
        LogLevel.Critical => 1,
        LogLevel.Error => 3,
        LogLevel.Warning => 4,
        LogLevel.Information => 6,
        _ => 7,
    };
}
