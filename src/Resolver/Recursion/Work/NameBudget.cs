namespace Resolver.Recursion.Work;

/// <summary>The questions that may still be sent for one name and type.</summary>
public sealed class NameBudget
{
    private int _left;

    /// <summary>Makes a full budget for one name.</summary>
    public NameBudget(BudgetLimits limits) => _left = limits.MaxExchangesPerName;

    /// <summary>True once nothing more may be asked for this name.</summary>
    public bool IsExhausted => _left == 0;

    /// <summary>Takes the right to send one question.</summary>
    internal bool TryTake()
    {
        if (_left == 0)
            return false;
        _left--;
        return true;
    }
}
