namespace Shared;

/// <summary>
/// Names the paragraph of an RFC that a test proves, as in <c>[Fact, Rfc(2308, "5")]</c>.
/// The index in <c>docs/rfc.md</c> is generated from these and from the citations in the code.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
internal sealed class RfcAttribute(int number, string section) : Attribute
{
    /// <summary>The RFC's number.</summary>
    public int Number { get; } = number;

    /// <summary>The section, without the paragraph sign: <c>4.1.4</c> or <c>A.2</c>.</summary>
    public string Section { get; } = section;
}
