namespace Resolverd.Demo.Servers;

/// <summary>Whether the one who asks takes signatures and proofs (RFC 4035 §3.1).</summary>
internal enum DnssecRecords
{
    /// <summary>Leave them out.</summary>
    LeaveOut,

    /// <summary>Send them.</summary>
    Include,
}
