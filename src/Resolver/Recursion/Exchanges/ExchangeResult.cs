namespace Resolver.Recursion.Exchanges;

/// <summary>How one question to one server ended, with the answer if there is one.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Reply">The answer, where there is one.</param>
/// <param name="LostCase">True if the answer did not keep the case of the name.</param>
internal readonly record struct ExchangeResult(ExchangeStatus Status, ServerReply? Reply = null, bool LostCase = false);
