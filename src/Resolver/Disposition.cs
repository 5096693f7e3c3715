namespace Resolver;

/// <summary>What became of a packet from a client.</summary>
public enum Disposition : byte
{
    /// <summary>Nothing is sent back.</summary>
    Dropped,

    /// <summary>The response is written.</summary>
    Answered,

    /// <summary>The answer has to be found out; it comes later.</summary>
    Pending,
}
