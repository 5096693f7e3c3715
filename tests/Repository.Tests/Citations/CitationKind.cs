namespace Repository.Tests.Citations;

/// <summary>What stands at the place that names a paragraph.</summary>
internal enum CitationKind
{
    /// <summary>Code that enforces the paragraph.</summary>
    Enforced,

    /// <summary>A test that proves it.</summary>
    Proven,

    /// <summary>A declared departure from it.</summary>
    Departed,
}
