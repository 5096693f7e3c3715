namespace Resolver.Recursion.Exchanges;

/// <summary>Whether a message from a server's address answers a question.</summary>
internal enum ReplyMatch : byte
{
    /// <summary>It does.</summary>
    Answers,

    /// <summary>It is malformed, no response, or about something else; the real answer may still come.</summary>
    Noise,

    /// <summary>It has another ID: somebody may be guessing.</summary>
    WrongId,

    /// <summary>It has no cookie, though the server has always sent one: somebody else may have written it.</summary>
    NoCookie,

    /// <summary>It answers the question but does not keep the case of the name.</summary>
    WrongCase,
}
