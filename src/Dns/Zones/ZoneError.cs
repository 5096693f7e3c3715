using System.Globalization;
using Dns.Text;

namespace Dns.Zones;

/// <summary>Where and why a zone's text was refused.</summary>
/// <param name="SourceName">The file or other source.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The octet in the line, from 1.</param>
/// <param name="Reason">What is wrong.</param>
/// <param name="Found">The text that stands there, in quotes and escaped; empty if there is none.</param>
public sealed record ZoneError(string SourceName, int Line, int Column, TextError Reason, string Found)
{
    /// <summary>The error as a line that editors understand: SOURCE:LINE:COLUMN: REASON.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{SourceName}:{Line}:{Column}: {TextErrorText.Of(Reason)}{(Found.Length == 0 ? "" : ": ")}{Found}");
}
