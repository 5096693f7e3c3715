namespace Simulation.Net;

/// <summary>What happens to packets between the resolver and one server, both ways.</summary>
public sealed record LinkConditions
{
    /// <summary>Ten milliseconds there and back and nothing goes wrong.</summary>
    public static LinkConditions Perfect { get; } = new();

    /// <summary>One-way delay.</summary>
    public double LatencyMs { get; init; } = 5;

    /// <summary>Delay added to each packet at random, up to this: later packets overtake earlier ones.</summary>
    public double JitterMs { get; init; }

    /// <summary>Datagrams that vanish, each way; on TCP a lost segment costs a retransmission instead.</summary>
    public double LossPercent { get; init; }

    /// <summary>Datagrams that arrive twice.</summary>
    public double DuplicationPercent { get; init; }

    /// <summary>Answers that arrive damaged in a way that a careful reader can see.</summary>
    public double CorruptionPercent { get; init; }

    /// <summary>Answers longer than this vanish, as fragments do.</summary>
    public int MaxDatagram { get; init; } = 65_535;

    /// <summary>Whether UDP gets through.</summary>
    public Reach Udp { get; init; } = Reach.Open;

    /// <summary>Whether TCP gets through.</summary>
    public Reach Tcp { get; init; } = Reach.Open;

    /// <summary>The same link where nothing gets through in the given way.</summary>
    public LinkConditions Cut(Reach reach) => this with { Udp = reach, Tcp = reach };
}
