namespace Resolverd.Configuration.Model;

/// <summary>Which proofs are used to deny further names (RFC 8198).</summary>
internal enum AggressiveNsec
{
    /// <summary>None.</summary>
    Off,

    /// <summary>NSEC alone, which costs no hashing.</summary>
    NsecOnly,

    /// <summary>NSEC and NSEC3.</summary>
    On,
}
