using System.Globalization;
using System.Text;

namespace Resolver.Recursion.Tracing;

/// <summary>Writes a trace as an indented tree for a person.</summary>
public static class TraceText
{
    /// <summary>The tree below a step, one line each.</summary>
    public static string Write(TraceStep root)
    {
        var text = new StringBuilder();
        Append(text, root, root.BeganAt, 0);
        return text.ToString();
    }

    private static void Append(StringBuilder text, TraceStep step, long start, int depth)
    {
        text.Append(CultureInfo.InvariantCulture, $"{(step.BeganAt - start) / 1000.0,9:F3} ms  ");
        text.Append(' ', depth * 2);
        if (step.Kind is TraceKind.Scrubbed or TraceKind.Budget or TraceKind.Validation)
            text.Append(step.Kind.ToString().ToLowerInvariant()).Append(": ");
        text.Append(step.Text);
        if (step.Result is { } result)
            text.Append(" → ").Append(result);
        if (step.Elapsed is { } elapsed)
            text.Append(CultureInfo.InvariantCulture, $" ({elapsed / 1000.0:F3} ms)");
        text.Append('\n');
        foreach (var child in step.Children)
            Append(text, child, start, depth + 1);
    }
}
