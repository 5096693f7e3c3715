using System.Text;
using System.Text.Json;

namespace Resolver.Recursion.Tracing;

/// <summary>Writes a trace as JSON for programs: each step an object, the steps inside it in "steps".</summary>
public static class TraceJson
{
    /// <summary>The tree below a step.</summary>
    public static string Write(TraceStep root)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
            Write(json, root, root.BeganAt);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter json, TraceStep step, long start)
    {
        json.WriteStartObject();
        json.WriteNumber("at_us", step.BeganAt - start);
        json.WriteString("kind", step.Kind.ToString().ToLowerInvariant());
        json.WriteString("text", step.Text);
        if (step.Name is { } name)
            json.WriteString("name", name.ToString());
        if (step.Type is { } type)
            json.WriteString("type", type.ToString().ToUpperInvariant());
        if (step.Zone is { } zone)
            json.WriteString("zone", zone.ToString());
        if (step.Server is { } server)
            json.WriteString("server", server.ToString());
        if (step.Result is { } result)
            json.WriteString("result", result);
        if (step.Elapsed is { } elapsed)
            json.WriteNumber("elapsed_us", elapsed);
        if (step.Children.Count > 0)
            WriteSteps(json, step, start);
        json.WriteEndObject();
    }

    private static void WriteSteps(Utf8JsonWriter json, TraceStep step, long start)
    {
        json.WriteStartArray("steps");
        foreach (var child in step.Children)
            Write(json, child, start);
        json.WriteEndArray();
    }
}
