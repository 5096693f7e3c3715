namespace Resolver.LocalRoot;

/// <summary>Why a copy of the root zone is not used.</summary>
public enum RootRefusal : byte
{
    /// <summary>It is used.</summary>
    None,

    /// <summary>Its apex is not that of the root: no single SOA record, no NS or no DNSKEY records.</summary>
    ApexIncomplete,

    /// <summary>It holds names that the root zone never has: a wildcard, or delegations inside delegations.</summary>
    NotARootZone,

    /// <summary>It has fewer top-level domains than any root zone of our time.</summary>
    TooSmall,

    /// <summary>Its serial is lower than that of the copy in use.</summary>
    SerialWentBack,

    /// <summary>It has the serial of the copy in use and other records.</summary>
    SerialReused,

    /// <summary>It has no ZONEMD record, and the policy wants one.</summary>
    DigestMissing,

    /// <summary>Its ZONEMD records are of kinds that are not known, and the policy wants a known one.</summary>
    DigestUnsupported,

    /// <summary>Its ZONEMD records are unusable, or say that the zone is another.</summary>
    DigestWrong,

    /// <summary>No trust anchor vouches for its keys.</summary>
    KeysNotTrusted,

    /// <summary>A signature is missing, wrong or out of date.</summary>
    SignatureFails,

    /// <summary>Its NSEC records do not match its names and types.</summary>
    ProofsBroken,

    /// <summary>Its signatures end before it would be of use.</summary>
    EndsTooSoon,

    /// <summary>Too much has changed since the copy in use; an operator may accept it.</summary>
    MassChange,
}
