using Resolver.Ports;

namespace Resolver.Cache;

/// <summary>An offer to flush everything: it is done only for who repeats the code while it is valid.</summary>
/// <param name="Code">What has to be repeated.</param>
/// <param name="ValidUntil">Until when.</param>
public sealed record FlushOffer(string Code, Instant ValidUntil);
