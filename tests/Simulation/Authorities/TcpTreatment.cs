namespace Simulation.Authorities;

/// <summary>What a server does on TCP.</summary>
public enum TcpTreatment
{
    /// <summary>It answers, in any number, on one connection.</summary>
    Good,

    /// <summary>It closes after the first answer.</summary>
    CloseAfterAnswer,

    /// <summary>It closes without an answer.</summary>
    CloseAtOnce,

    /// <summary>It reads and says nothing.</summary>
    Mute,
}
