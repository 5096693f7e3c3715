namespace Resolver.Validation;

/// <summary>What happens to data that validation finds bogus.</summary>
public enum BogusData : byte
{
    /// <summary>Nobody gets it but clients that check for themselves.</summary>
    Refused,

    /// <summary>Everybody gets it, unauthenticated; it is counted and logged. For trying validation out.</summary>
    Served,
}
