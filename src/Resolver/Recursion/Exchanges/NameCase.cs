namespace Resolver.Recursion.Exchanges;

/// <summary>The letters of a name in a question.</summary>
internal enum NameCase : byte
{
    /// <summary>As they came.</summary>
    Kept,

    /// <summary>Upper or lower by chance; the answer must show the same.</summary>
    Random,
}
