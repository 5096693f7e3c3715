namespace Resolver.Recursion.Exchanges;

/// <summary>How one question to one server ended.</summary>
internal enum ExchangeStatus : byte
{
    /// <summary>With an answer.</summary>
    Answered,

    /// <summary>The server cannot be reached from here, or refuses the connection.</summary>
    Unreachable,

    /// <summary>The stream broke before the answer came.</summary>
    Broken,

    /// <summary>Datagrams came that may be forged; the question must go over a stream.</summary>
    Suspicious,

    /// <summary>Somebody else's answer came first, or time ran out.</summary>
    Abandoned,
}
