using Resolver.Ports;

namespace Resolver.Policy;

/// <summary>
/// How many refusals are sent over UDP, where the sender's address is only a claim: a server that refuses whatever
/// comes is a reflector too (D17). Above the limit packets are dropped. One belongs to one worker.
/// </summary>
public sealed class RefusalLimit
{
    /// <summary>Refusals a second on one worker: plenty for misconfigured clients, little for an attacker.</summary>
    public const int PerSecond = 200;

    private Instant _windowEnd;
    private int _left;

    /// <summary>Takes one refusal out of this second's share; false if it is used up.</summary>
    public bool TryTake(in Moment now)
    {
        if (!_windowEnd.IsAfter(now.Monotonic))
        {
            _windowEnd = now.Monotonic.PlusMilliseconds(1000);
            _left = PerSecond;
        }
        return _left-- > 0;
    }
}
