namespace Dnssec.Algorithms;

/// <summary>
/// The signature algorithms and DS digests that count. What does not count makes a zone insecure, never bogus
/// (RFC 4035 §5.2). Immutable.
/// </summary>
public sealed class AlgorithmSet
{
    private const uint Sha1Algorithms =
        1u << (int)SecurityAlgorithm.RsaSha1 | 1u << (int)SecurityAlgorithm.RsaSha1Nsec3Sha1;

    private const uint Sha1Digest = 1u << (int)DigestType.Sha1;
    private const uint KnownDigests = Sha1Digest | 1u << (int)DigestType.Sha256 | 1u << (int)DigestType.Sha384;

    private const uint KnownAlgorithms = Sha1Algorithms
        | 1u << (int)SecurityAlgorithm.RsaSha256 | 1u << (int)SecurityAlgorithm.RsaSha512
        | 1u << (int)SecurityAlgorithm.EcdsaP256Sha256 | 1u << (int)SecurityAlgorithm.EcdsaP384Sha384
        | 1u << (int)SecurityAlgorithm.Ed25519 | 1u << (int)SecurityAlgorithm.Ed448;

    private readonly uint _algorithms;
    private readonly uint _digests;
    private readonly uint _available;

    private AlgorithmSet(uint algorithms, uint digests, uint available)
    {
        _algorithms = algorithms;
        _digests = digests;
        _available = available;
    }

    /// <summary>Everything but SHA-1, as far as the platform's cryptography library goes.</summary>
    // RFC 9905 §2: operators treat RSASHA1 and RSASHA1-NSEC3-SHA1 as unsigned, and DS of SHA-1 as absent.
    public static AlgorithmSet Default { get; } =
        new(KnownAlgorithms & ~Sha1Algorithms, KnownDigests & ~Sha1Digest, FindAvailable());

    /// <summary>This set and the two RSA/SHA-1 algorithms.</summary>
    public AlgorithmSet WithSha1Signatures() => new(_algorithms | Sha1Algorithms, _digests, _available);

    /// <summary>This set and the SHA-1 digest of DS records.</summary>
    public AlgorithmSet WithSha1Digests() => new(_algorithms, _digests | Sha1Digest, _available);

    /// <summary>This set without one algorithm, as an operator may wish.</summary>
    public AlgorithmSet Without(SecurityAlgorithm algorithm) =>
        new(_algorithms & ~Bit((byte)algorithm), _digests, _available);

    /// <summary>This set as it is on a platform that lacks one algorithm.</summary>
    public AlgorithmSet WithUnavailable(SecurityAlgorithm algorithm) =>
        new(_algorithms, _digests, _available & ~Bit((byte)algorithm));

    /// <summary>True if signatures of the algorithm are checked and count.</summary>
    public bool Accepts(SecurityAlgorithm algorithm) => (_algorithms & _available & Bit((byte)algorithm)) != 0;

    /// <summary>True if DS records with this digest are checked and count.</summary>
    public bool Accepts(DigestType digest) => (_digests & Bit((byte)digest)) != 0;

    /// <summary>What signatures of the algorithm are worth.</summary>
    public AlgorithmStanding Judge(SecurityAlgorithm algorithm)
    {
        var bit = Bit((byte)algorithm);
        if ((KnownAlgorithms & bit) == 0)
            return algorithm is SecurityAlgorithm.RsaMd5 or SecurityAlgorithm.Dsa or SecurityAlgorithm.DsaNsec3Sha1
                or SecurityAlgorithm.EccGost ? AlgorithmStanding.Retired : AlgorithmStanding.Unknown;
        if ((_algorithms & bit) == 0)
            return AlgorithmStanding.Retired;
        return (_available & bit) == 0 ? AlgorithmStanding.Unavailable : AlgorithmStanding.Accepted;
    }

    /// <summary>What DS records with the digest are worth.</summary>
    public AlgorithmStanding Judge(DigestType digest) =>
        Accepts(digest) ? AlgorithmStanding.Accepted
        : digest is DigestType.Sha1 or DigestType.Gost ? AlgorithmStanding.Retired
        : AlgorithmStanding.Unknown;

    private static uint FindAvailable()
    {
        var available = 0u;
        for (var number = 0; number < 32; number++)
        {
            if ((KnownAlgorithms & Bit((byte)number)) != 0 && PlatformProbe.CanVerify((SecurityAlgorithm)number))
                available |= Bit((byte)number);
        }
        return available;
    }

    private static uint Bit(byte number) => number < 32 ? 1u << number : 0;
}
