namespace Resolver.Recursion.Work;

/// <summary>
/// The work one client query may still cause, aliases, server addresses and keys included. It is never refilled:
/// a restart of any kind goes on with what is left.
/// </summary>
public sealed class Budget
{
    private readonly BudgetLimits _limits;
    private int _exchangesLeft;
    private int _octetsLeft;

    /// <summary>Makes a full budget.</summary>
    public Budget(BudgetLimits limits)
    {
        _limits = limits;
        _exchangesLeft = limits.MaxExchanges;
        _octetsLeft = limits.MaxOctetsReceived;
    }

    /// <summary>The limits it was made with.</summary>
    public BudgetLimits Limits => _limits;

    /// <summary>Questions sent so far.</summary>
    public int ExchangesUsed => _limits.MaxExchanges - _exchangesLeft;

    /// <summary>True once nothing more may be asked.</summary>
    public bool IsExhausted => _exchangesLeft == 0 || _octetsLeft <= 0;

    /// <summary>
    /// Takes the right to send one question; false once the budget of the query or the name is used up.
    /// </summary>
    public bool TryTakePermit(NameBudget name, out Permit permit)
    {
        permit = default;
        if (IsExhausted || !name.TryTake())
            return false;
        _exchangesLeft--;
        permit = Permit.Granted;
        return true;
    }

    /// <summary>Counts what a server sent.</summary>
    public void CountReceived(int octets) => _octetsLeft -= octets;
}
