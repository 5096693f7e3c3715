using System.Globalization;
using System.Text.Json.Nodes;

namespace Resolverd.Configuration.Values;

/// <summary>A point in time, in UTC, to the second.</summary>
internal sealed class TimestampKind : ScalarKind<DateTimeOffset>
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <inheritdoc/>
    public override string TypeName => "time";

    /// <inheritdoc/>
    public override string Allowed => "a time in UTC such as 2026-10-11T00:00:00Z";

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "string", ["format"] = "date-time" };

    /// <inheritdoc/>
    protected override bool TryParse(string text, out DateTimeOffset value, out string? hint)
    {
        hint = null;
        return DateTimeOffset.TryParseExact(
            text, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value);
    }

    /// <inheritdoc/>
    protected override string Format(DateTimeOffset value) =>
        value.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);
}
