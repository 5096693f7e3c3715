namespace Repository.Tests.Citations;

/// <summary>A paragraph of an RFC named at a place, by code, by a test or as a departure.</summary>
internal readonly record struct Citation(CitationKind Kind, int Rfc, string Section, string Place);
