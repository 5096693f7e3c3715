using Simulation.Luck;

namespace Simulation.Running;

/// <summary>Which faults a world has at all. Worlds with few kinds of faults find what many together hide.</summary>
public sealed record FaultKinds
{
    /// <summary>No faults.</summary>
    public static FaultKinds None { get; } = new();

    /// <summary>Datagrams are lost.</summary>
    public bool Loss { get; init; }

    /// <summary>Datagrams come late and overtake each other.</summary>
    public bool Disorder { get; init; }

    /// <summary>Datagrams come twice.</summary>
    public bool Duplication { get; init; }

    /// <summary>Datagrams come damaged.</summary>
    public bool Corruption { get; init; }

    /// <summary>Large datagrams vanish.</summary>
    public bool SmallPaths { get; init; }

    /// <summary>Servers die and come back.</summary>
    public bool Outages { get; init; }

    /// <summary>TCP does not get through to some servers.</summary>
    public bool NoTcp { get; init; }

    /// <summary>IPv6 does not get through at all.</summary>
    public bool NoIPv6 { get; init; }

    /// <summary>Some servers refuse, fail, are silent or talk nonsense.</summary>
    public bool Refusals { get; init; }

    /// <summary>Some servers do not understand EDNS.</summary>
    public bool EdnsTrouble { get; init; }

    /// <summary>Some servers spoil their answers.</summary>
    public bool Spoiling { get; init; }

    /// <summary>Some servers treat TCP badly or truncate much.</summary>
    public bool TcpTrouble { get; init; }

    /// <summary>Zones change while they are asked.</summary>
    public bool Changes { get; init; }

    /// <summary>Somebody forges answers.</summary>
    public bool Spoofing { get; init; }

    /// <summary>The wall clock drifts and jumps.</summary>
    public bool ClockTrouble { get; init; }

    /// <summary>Draws which kinds there are: each with a probability that is itself drawn.</summary>
    public static FaultKinds Draw(Chance chance)
    {
        var percent = chance.Pick<double>([0, 15, 30, 50, 80]);
        return new()
        {
            Loss = chance.Happens(percent),
            Disorder = chance.Happens(percent),
            Duplication = chance.Happens(percent),
            Corruption = chance.Happens(percent),
            SmallPaths = chance.Happens(percent),
            Outages = chance.Happens(percent),
            NoTcp = chance.Happens(percent),
            NoIPv6 = chance.Happens(percent),
            Refusals = chance.Happens(percent),
            EdnsTrouble = chance.Happens(percent),
            Spoiling = chance.Happens(percent),
            TcpTrouble = chance.Happens(percent),
            Changes = chance.Happens(50),
            Spoofing = chance.Happens(percent),
            ClockTrouble = chance.Happens(percent),
        };
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var present = typeof(FaultKinds).GetProperties()
            .Where(property => property.PropertyType == typeof(bool) && (bool)property.GetValue(this)!)
            .Select(property => property.Name)
            .Order(StringComparer.Ordinal);
        return string.Join(' ', present.DefaultIfEmpty("none"));
    }
}
