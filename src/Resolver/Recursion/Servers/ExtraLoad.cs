namespace Resolver.Recursion.Servers;

/// <summary>
/// The questions that may be sent beyond need: to race a server that is late, to see whether a dead one is back, to
/// learn how fast another one is. They are at most a tenth of all that is sent.
/// </summary>
internal sealed class ExtraLoad
{
    /// <summary>Needed questions for each one beyond need.</summary>
    public const int NeededPerExtra = 10;

    /// <summary>Questions beyond need that may be saved up.</summary>
    public const int MaxSaved = 20;

    private int _credit;

    /// <summary>Counts a question that was needed.</summary>
    public void CountNeeded() => _credit = Math.Min(_credit + 1, NeededPerExtra * MaxSaved);

    /// <summary>Takes the right to one question beyond need; false if it is not earned.</summary>
    public bool TryTake()
    {
        if (_credit < NeededPerExtra)
            return false;
        _credit -= NeededPerExtra;
        return true;
    }
}
