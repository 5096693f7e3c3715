namespace Dnssec.Trust;

/// <summary>Where a key is on its way to and from being a trust anchor (RFC 5011 §4.2).</summary>
public enum AnchorState : byte
{
    /// <summary>Seen, and to be trusted once it has been there for the hold-down time.</summary>
    AddPending,

    /// <summary>Trusted.</summary>
    Valid,

    /// <summary>Trusted, but not in the zone at present.</summary>
    Missing,

    /// <summary>Revoked by itself; never trusted again.</summary>
    Revoked,
}
