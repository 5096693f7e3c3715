using Simulation.Luck;

namespace Simulation.Internet;

/// <summary>How large a generated Internet is and how much in it is badly run. The seed decides.</summary>
public sealed record InternetPlan
{
    /// <summary>Zones below the root.</summary>
    public int TopLevelZones { get; init; }

    /// <summary>All zones.</summary>
    public int Zones { get; init; }

    /// <summary>Names in each zone, at most.</summary>
    public int NamesPerZone { get; init; }

    /// <summary>Names of a hundred that are aliases.</summary>
    public double AliasPercent { get; init; }

    /// <summary>Zones of a hundred whose servers are named in other zones.</summary>
    public double GluelessPercent { get; init; }

    /// <summary>Servers of a hundred in a delegation that do not serve the zone.</summary>
    public double LamePercent { get; init; }

    /// <summary>Zones of a hundred whose delegation lacks glue it needs, is cyclic or leads nowhere.</summary>
    public double BrokenPercent { get; init; }

    /// <summary>Zones of a hundred whose own NS set differs from the parent's.</summary>
    public double MismatchPercent { get; init; }

    /// <summary>Machines of a hundred that have an IPv6 address too.</summary>
    public double IPv6Percent { get; init; }

    /// <summary>Draws a plan.</summary>
    public static InternetPlan Draw(Chance chance) => new()
    {
        TopLevelZones = chance.Between(1, 4),
        Zones = chance.Between(4, 24),
        NamesPerZone = chance.Between(3, 10),
        AliasPercent = chance.Between(0, 50),
        GluelessPercent = chance.Happens(60) ? chance.Between(0, 50) : 0,
        LamePercent = chance.Happens(50) ? chance.Between(0, 30) : 0,
        BrokenPercent = chance.Happens(50) ? chance.Between(0, 25) : 0,
        MismatchPercent = chance.Happens(50) ? chance.Between(0, 50) : 0,
        IPv6Percent = chance.Happens(60) ? chance.Between(0, 100) : 0,
    };
}
