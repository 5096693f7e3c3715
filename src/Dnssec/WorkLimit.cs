namespace Dnssec;

/// <summary>
/// What is left of one client query's <see cref="WorkAllowance"/>. Every costly step asks first. Once anything has
/// run out nothing more is granted, so that a query that has burnt its share ends at once. For one thread at a time.
/// </summary>
public sealed class WorkLimit
{
    private readonly WorkAllowance _allowance;
    private readonly Func<bool>? _isTimeSpent;
    private readonly int[] _spent = new int[(int)WorkKind.ProcessorTime + 1];

    /// <summary>A full allowance.</summary>
    /// <param name="allowance">What may be spent.</param>
    /// <param name="isTimeSpent">Asked before every costly step; true once the processor time is used up.</param>
    public WorkLimit(WorkAllowance allowance, Func<bool>? isTimeSpent = null)
    {
        _allowance = allowance;
        _isTimeSpent = isTimeSpent;
    }

    /// <summary>What ran out first; null while there is something left of everything.</summary>
    public WorkKind? ExhaustedBy { get; private set; }

    /// <summary>True once nothing more is granted.</summary>
    public bool IsExhausted => ExhaustedBy is not null;

    /// <summary>How much of a kind has been granted so far.</summary>
    public int Spent(WorkKind kind) => _spent[(int)kind];

    /// <summary>Asks for work; false if it must not be done.</summary>
    public bool TrySpend(WorkKind kind, int units = 1)
    {
        if (IsExhausted)
            return false;
        if (_isTimeSpent is not null && _isTimeSpent())
        {
            ExhaustedBy = WorkKind.ProcessorTime;
            return false;
        }
        if (_allowance.Of(kind) - _spent[(int)kind] < units)
        {
            ExhaustedBy = kind;
            return false;
        }
        _spent[(int)kind] += units;
        return true;
    }
}
