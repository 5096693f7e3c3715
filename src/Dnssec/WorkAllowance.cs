namespace Dnssec;

/// <summary>How much work of each kind one client query may cause.</summary>
/// <param name="SignatureChecks">Signatures checked.</param>
/// <param name="FailedSignatures">Signatures found wrong.</param>
/// <param name="KeyTagCollisions">Keys tried beyond the first with a tag.</param>
/// <param name="DigestChecks">Keys compared with DS records.</param>
/// <param name="HashRounds">Rounds of SHA-1 for NSEC3 hashes.</param>
public sealed record WorkAllowance(
    int SignatureChecks, int FailedSignatures, int KeyTagCollisions, int DigestChecks, int HashRounds)
{
    /// <summary>
    /// Enough for the longest alias chain (12 links) with a zone cut or two and a denial each; what an attack can
    /// reach with it is 6 ms of P-256, 60 ms of P-384 and 3 ms of hashing, of which failures end most far earlier.
    /// </summary>
    // CVE-2023-50387 (KeyTrap) and CVE-2023-50868: keys × signatures and hashes × labels must not multiply freely.
    public static WorkAllowance Default { get; } = new(128, 16, 4, 64, 10_000);

    /// <summary>For data that is ours by choice, such as a copy of the root zone: 1.5 million signatures.</summary>
    public static WorkAllowance WholeZone { get; } = new(1_500_000, 16, 16, 1024, 0);

    /// <summary>The allowance of a kind; processor time has none here.</summary>
    internal int Of(WorkKind kind) => kind switch
    {
        WorkKind.SignatureCheck => SignatureChecks,
        WorkKind.FailedSignature => FailedSignatures,
        WorkKind.KeyTagCollision => KeyTagCollisions,
        WorkKind.DigestCheck => DigestChecks,
        WorkKind.HashRound => HashRounds,
        _ => int.MaxValue,
    };
}
