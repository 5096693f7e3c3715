using System.Globalization;
using System.Text;
using Dns.Edns;
using Dns.Text;
using Dns.Wire;
using Dnssec;
using Resolver.Queries;
using Resolver.Recursion.Tracing;

namespace Resolverd.Demo.Telling;

/// <summary>The way of one query in words: what was asked, whom the resolver asked for it, what came of it.</summary>
internal sealed class PathText
{
    private readonly StringBuilder _text = new();
    private int _exchanges;

    private PathText()
    {
    }

    /// <summary>A query that was answered from what the resolver knew.</summary>
    public static string OfKnown(
        ReadOnlySpan<byte> packet, ClientContext client, ReadOnlySpan<byte> response, TimeSpan elapsed)
    {
        var path = new PathText();
        path.AppendQuestion(packet, client);
        path.AppendAnswer(ResponseSummary.Of(response), "from the cache, no server asked", elapsed);
        return path._text.ToString();
    }

    /// <summary>A query for which servers were asked.</summary>
    public static string OfSearched(
        ReadOnlySpan<byte> packet, ClientContext client, ReadOnlySpan<byte> response, TraceStep trace)
    {
        var path = new PathText();
        path.AppendQuestion(packet, client);
        foreach (var step in trace.Children)
            path.AppendStep(step, trace.BeganAt, 0);
        var elapsed = TimeSpan.FromMicroseconds(trace.Elapsed ?? 0);
        path.AppendAnswer(ResponseSummary.Of(response), path.Effort, elapsed);
        return path._text.ToString();
    }

    private string Effort => _exchanges switch
    {
        0 => "from the cache, no server asked",
        1 => "1 question sent",
        _ => string.Create(CultureInfo.InvariantCulture, $"{_exchanges} questions sent"),
    };

    private void AppendQuestion(ReadOnlySpan<byte> packet, ClientContext client)
    {
        MessageReader.TryStart(packet, out var reader);
        var question = reader.TryReadQuestion(out var view)
            ? $"{view.Name.ToString()} {RecordTypeText.Write(view.Type)}"
            : "(a question that cannot be read)";
        var transport = client.Transport.ToString().ToUpperInvariant();
        _text.Append(CultureInfo.InvariantCulture, $"── {question} over {transport} from {client.Address}\n");
    }

    private void AppendStep(TraceStep step, long start, int depth)
    {
        // A referral says already what a delegation step would repeat; where nothing is validated nothing is told.
        if (step.Kind != TraceKind.Delegation && step.Text != nameof(SecurityStatus.Indeterminate))
            AppendLine(step, start, depth);
        foreach (var child in step.Children)
            AppendStep(child, start, depth + 1);
    }

    private void AppendLine(TraceStep step, long start, int depth)
    {
        if (step.Kind == TraceKind.Exchange)
            _exchanges++;
        var at = (step.BeganAt - start) / 1000.0;
        _text.Append(CultureInfo.InvariantCulture, $"{at,9:F1} ms  ");
        _text.Append(' ', 2 * depth);
        _text.Append(step.Kind switch
        {
            TraceKind.Exchange => "ask ",
            TraceKind.Question => "to find ",
            TraceKind.Validation => "validation: ",
            TraceKind.Budget => "limit: ",
            _ => "",
        });
        _text.Append(step.Text);
        if (step.Result is { } result)
            _text.Append(CultureInfo.InvariantCulture, $"  → {result}");
        if (step.Elapsed is { } elapsed)
            _text.Append(CultureInfo.InvariantCulture, $"  ({elapsed / 1000.0:F1} ms)");
        _text.Append('\n');
    }

    private void AppendAnswer(ResponseSummary summary, string effort, TimeSpan elapsed)
    {
        _text.Append(
            CultureInfo.InvariantCulture,
            $"   = {ResponseCodeText.Write(summary.Code)} after {elapsed.TotalMilliseconds:F2} ms, {effort}");
        if (summary.IsAuthenticated)
            _text.Append(", validated (AD)");
        if (summary.IsTruncated)
            _text.Append(", too large for UDP (TC): ask again over TCP");
        _text.Append('\n');
        if (summary.Error is { } error)
        {
            _text.Append(
                CultureInfo.InvariantCulture,
                $"     EDE {(int)error} ({ExtendedErrorText.Of(error)}) {summary.ErrorText}");
            _text.Append('\n');
        }
        foreach (var line in summary.Answer)
            _text.Append(CultureInfo.InvariantCulture, $"     {line}\n");
        _text.Append('\n');
    }
}
