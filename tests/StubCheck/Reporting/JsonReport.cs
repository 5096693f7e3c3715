using System.Text.Json;

namespace StubCheck.Reporting;

/// <summary>
/// The report for machines: <c>{"server": …, "passed": n, "broken": n, "cells": [{"question", "mode", "check", "kind",
/// "verdict", "reason"}]}</c>. The script that drives real clients writes the same form, so that its cells can join.
/// </summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Writes every cell.</summary>
    public static string Write(string server, IReadOnlyList<Cell> cells) => JsonSerializer.Serialize(
        new
        {
            server,
            passed = cells.Count(cell => cell.Verdict.Kind == VerdictKind.Ok),
            broken = cells.Count(cell => cell.Verdict.Kind == VerdictKind.Break),
            cells = cells.Select(cell => new
            {
                question = cell.Question,
                mode = cell.Mode,
                check = cell.Check,
                kind = Word(cell.Kind),
                verdict = Word(cell.Verdict.Kind),
                reason = cell.Verdict.Reason,
            }),
        },
        Indented);

    /// <summary>Reads the cells of a report; null if the text is not one.</summary>
    public static IReadOnlyList<Cell>? Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return [.. document.RootElement.GetProperty("cells").EnumerateArray().Select(ReadCell)];
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private static Cell ReadCell(JsonElement cell)
    {
        string Text(string key) => cell.GetProperty(key).GetString() ?? "";

        var kind = Enum.GetValues<CheckKind>().First(kind => Word(kind) == Text("kind"));
        var verdict = Enum.GetValues<VerdictKind>().First(verdict => Word(verdict) == Text("verdict"));

        return new Cell(Text("question"), Text("mode"), Text("check"), kind, new Verdict(verdict, Text("reason")));
    }

    private static string Word(CheckKind kind) => kind switch
    {
        CheckKind.Rule => "rule",
        CheckKind.Model => "model",
        _ => "client",
    };

    private static string Word(VerdictKind verdict) => verdict switch
    {
        VerdictKind.Ok => "ok",
        VerdictKind.Break => "break",
        _ => "left out",
    };
}
