namespace Resolver;

/// <summary>A bug: an assumption of the code itself does not hold. Never caused by input alone.</summary>
public sealed class InvariantException : Exception
{
    /// <summary>Makes the exception without saying which assumption.</summary>
    public InvariantException()
    {
    }

    /// <summary>Makes the exception for an assumption.</summary>
    public InvariantException(string assumption)
        : base("invariant broken: " + assumption)
    {
    }

    /// <summary>Makes the exception for an assumption that another exception showed to be wrong.</summary>
    public InvariantException(string assumption, Exception innerException)
        : base("invariant broken: " + assumption, innerException)
    {
    }
}
