using Resolver.Recursion.Work;

namespace Resolver.Recursion.Exchanges;

/// <summary>What is learnt from an exchange while it is still open.</summary>
/// <param name="budget">Pays for what is received.</param>
/// <param name="signal">Wakes whoever waits for the exchange.</param>
internal sealed class ExchangeWatch(Budget budget, Signal signal)
{
    /// <summary>Messages that were no answer.</summary>
    public int NoiseCount { get; private set; }

    /// <summary>Counts the octets of a message.</summary>
    public void Received(int octets) => budget.CountReceived(octets);

    /// <summary>Counts a message that was no answer, and wakes the waiter: another server may do better.</summary>
    public void Noise()
    {
        NoiseCount++;
        signal.Set();
    }
}
