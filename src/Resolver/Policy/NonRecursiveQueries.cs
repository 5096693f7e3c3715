namespace Resolver.Policy;

/// <summary>What questions without RD get (F 1.33).</summary>
public enum NonRecursiveQueries : byte
{
    /// <summary>REFUSED: what others asked for is nobody's business.</summary>
    Refused,

    /// <summary>What the cache holds.</summary>
    AnsweredFromCache,
}
