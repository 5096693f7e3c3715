namespace Dnssec.Zones;

/// <summary>What is wrong with the signatures and proofs of a whole zone.</summary>
public enum ZoneFault : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>No trust anchor vouches for the keys.</summary>
    KeysNotTrusted,

    /// <summary>An RRset that has to be signed has no signature that holds.</summary>
    SignatureFails,

    /// <summary>A name has no NSEC record, so that nothing could be denied there.</summary>
    ProofMissing,

    /// <summary>An NSEC record tells other types than its name has.</summary>
    ProofOfOtherTypes,

    /// <summary>An NSEC record leads past a name or to one that is not there.</summary>
    ProofChainBroken,
}
