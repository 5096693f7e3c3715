namespace Dnssec.Trust;

/// <summary>What happened to a key of a trust point.</summary>
public enum AnchorChangeKind : byte
{
    /// <summary>A new key was seen; its hold-down time begins.</summary>
    Seen,

    /// <summary>A pending key went away before its time.</summary>
    Withdrawn,

    /// <summary>A key is trusted from now on.</summary>
    Trusted,

    /// <summary>A trusted key is not in the zone any more.</summary>
    WentMissing,

    /// <summary>A missing key is back.</summary>
    CameBack,

    /// <summary>A key revoked itself.</summary>
    Revoked,

    /// <summary>A revoked key is forgotten.</summary>
    Forgotten,
}
