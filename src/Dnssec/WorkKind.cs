namespace Dnssec;

/// <summary>The kinds of work that validation does for whoever can make it do so, and that are counted.</summary>
public enum WorkKind : byte
{
    /// <summary>A signature checked by public-key cryptography.</summary>
    SignatureCheck,

    /// <summary>A signature checked and found wrong. Honest zones hardly ever cause one.</summary>
    FailedSignature,

    /// <summary>A further key tried because its tag and algorithm are those of one that did not fit.</summary>
    KeyTagCollision,

    /// <summary>A key hashed to compare it with a DS record.</summary>
    DigestCheck,

    /// <summary>One round of SHA-1 for an NSEC3 hash; a hash with n iterations has n + 1.</summary>
    HashRound,

    /// <summary>Processor time, as the caller's meter reads it.</summary>
    ProcessorTime,
}
