using Resolver.Recursion.Work;

namespace Resolver.Recursion.Steps;

/// <summary>One step under way, whoever waits for it, and what it waits for itself.</summary>
internal sealed class Flight(StepKey key, BudgetLimits limits)
{
    /// <summary>Flights looked at when a circle of waiting is searched; more means a tangle nobody needs.</summary>
    public const int MaxSearch = 64;

    private readonly List<Flight> _waitsFor = [];

    /// <summary>What it is about.</summary>
    public StepKey Key { get; } = key;

    /// <summary>Questions left for this name and type.</summary>
    public NameBudget Name { get; } = new(limits);

    /// <summary>The work.</summary>
    public Task<StepResult>? Task { get; set; }

    /// <summary>Its place among the others by age; null once it is not among them.</summary>
    public LinkedListNode<Flight>? Place { get; set; }

    /// <summary>How many wait for it.</summary>
    public int WaiterCount { get; set; }

    /// <summary>When it began.</summary>
    public TimerInstant BeganAt { get; init; }

    /// <summary>True once it had to make room for another: it ends as soon as it notices.</summary>
    public bool IsEvicted { get; private set; }

    /// <summary>Wakes the work, so that it notices; set by whoever waits on its behalf.</summary>
    public Action? Wake { get; set; }

    /// <summary>Makes it end.</summary>
    public void Evict()
    {
        IsEvicted = true;
        Wake?.Invoke();
    }

    /// <summary>Notes that this flight cannot go on before the other has ended.</summary>
    public void BeginWait(Flight other) => _waitsFor.Add(other);

    /// <summary>Notes that this flight does not wait for the other any more.</summary>
    public void EndWait(Flight other) => _waitsFor.Remove(other);

    /// <summary>True if this flight waits for the other, directly or through others.</summary>
    public bool DependsOn(Flight other)
    {
        var left = MaxSearch;
        return DependsOn(other, ref left);
    }

    private bool DependsOn(Flight other, ref int left)
    {
        if (ReferenceEquals(this, other) || --left < 0)
            return true;
        foreach (var next in _waitsFor)
        {
            if (next.DependsOn(other, ref left))
                return true;
        }
        return false;
    }
}
