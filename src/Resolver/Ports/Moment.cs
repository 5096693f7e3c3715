using Dns;

namespace Resolver.Ports;

/// <summary>Now, on both clocks, read once per batch of work and passed on.</summary>
/// <param name="Monotonic">For lifetimes and deadlines.</param>
/// <param name="Wall">For signatures and files.</param>
public readonly record struct Moment(Instant Monotonic, UnixTime Wall);
