namespace StubCheck.Reporting;

/// <summary>One verdict: of one check on one question asked in one way.</summary>
internal sealed record Cell(string Question, string Mode, string Check, CheckKind Kind, Verdict Verdict);
