namespace Simulation.Authorities;

/// <summary>How a server differs from a good one. Several may be combined.</summary>
public sealed record ServerBehaviour
{
    /// <summary>A server as the standards want it.</summary>
    public static ServerBehaviour Good { get; } = new();

    /// <summary>What it does instead of answering from its zones.</summary>
    public Refusal Refusal { get; init; } = Refusal.None;

    /// <summary>How it treats queries with EDNS.</summary>
    public EdnsTreatment Edns { get; init; } = EdnsTreatment.Good;

    /// <summary>How it spoils answers it would have given.</summary>
    public Spoiling Spoiling { get; init; } = Spoiling.None;

    /// <summary>What it does on TCP.</summary>
    public TcpTreatment Tcp { get; init; } = TcpTreatment.Good;

    /// <summary>Answers over UDP are cut to nothing above this many octets, whatever the query allows.</summary>
    public int MaxUdp { get; init; } = 65_535;

    /// <summary>Milliseconds of thought before each answer.</summary>
    public double DelayMs { get; init; }

    /// <summary>Messages of a hundred to which any of the above applies; the others are served well.</summary>
    public double Percent { get; init; } = 100;

    /// <summary>Whether it follows aliases inside its own zones.</summary>
    public AliasTreatment Aliases { get; init; } = AliasTreatment.Follow;
}
