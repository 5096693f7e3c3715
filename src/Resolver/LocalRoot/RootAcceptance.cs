namespace Resolver.LocalRoot;

/// <summary>Whether an operator vouches for a copy that changes too much at once.</summary>
public enum RootAcceptance : byte
{
    /// <summary>Nobody does.</summary>
    Ordinary,

    /// <summary>An operator has looked at it.</summary>
    ByOperator,
}
