using Dns;
using Resolverd.Configuration.Reading;
using Resolverd.Configuration.Values;

namespace Resolverd.Configuration.Model;

/// <summary>Validation.</summary>
internal sealed record DnssecSettings
{
    private const int MaxNegativeAnchors = 10_000;

    /// <summary>Whether answers are validated.</summary>
    public required bool Validate { get; init; }

    /// <summary>A file of trust anchors; nothing: the built-in ones of the root.</summary>
    public required string? TrustAnchorsFile { get; init; }

    /// <summary>Zones below which nothing is validated.</summary>
    public required ValueList<DomainName> NegativeTrustAnchors { get; init; }

    /// <summary>Whether bogus answers are passed on and only counted.</summary>
    public required bool Permissive { get; init; }

    /// <summary>Whether trust anchors follow the zone's own announcements.</summary>
    public required bool Rfc5011 { get; init; }

    /// <summary>Whether clients may ask which root keys are trusted.</summary>
    public required bool RootKeySentinel { get; init; }

    /// <summary>Whether servers are told which root keys are trusted.</summary>
    public required bool AnchorSignalling { get; init; }

    /// <summary>Use of proofs for further names.</summary>
    public required AggressiveNsec AggressiveNsec { get; init; }

    /// <summary>How SHA-1 signatures are taken.</summary>
    public required Sha1Signatures Sha1 { get; init; }

    /// <summary>NSEC3 iterations above which a zone is taken as unsigned.</summary>
    public required int MaxNsec3Iterations { get; init; }

    /// <summary>Tolerance at the ends of a signature's life.</summary>
    public required TimeSpan SignatureSkew { get; init; }

    /// <summary>A fixed time to validate by; nothing: the clock.</summary>
    public required DateTimeOffset? FixedTime { get; init; }

    /// <summary>How long a first bogus answer is remembered.</summary>
    public required TimeSpan MinBogusTtl { get; init; }

    /// <summary>How long a repeated bogus answer is remembered.</summary>
    public required TimeSpan MaxBogusTtl { get; init; }

    /// <summary>Whether zones that ask for it are told of failures.</summary>
    public required bool ErrorReporting { get; init; }

    /// <summary>Declares the keys and reads them.</summary>
    public static DnssecSettings Read(SectionReader r) => new()
    {
        Validate = r.Value("validate", Kinds.Boolean, true, "Validate every answer, for every client."),
        TrustAnchorsFile = r.Value("trust-anchors-file", Kinds.Optional(Kinds.ReadableFile), null,
            "DS or DNSKEY records in zone-file format, or IANA's root-anchors.xml; replaces the built-in anchors."),
        NegativeTrustAnchors = r.Value("negative-trust-anchors", Kinds.ListOf(Kinds.Name, MaxNegativeAnchors), [],
            "Zones below which nothing is validated (RFC 7646)."),
        Permissive = r.Value("permissive", Kinds.Boolean, false,
            "Pass bogus answers on, counted and logged. For trying validation out."),
        Rfc5011 = r.Planned("rfc5011", Kinds.Boolean, true,
            "Follow the announcements of new and revoked keys at trust anchors (RFC 5011)."),
        RootKeySentinel = r.Planned("root-key-sentinel", Kinds.Boolean, true,
            "Let clients find out which root keys are trusted (RFC 8509)."),
        AnchorSignalling = r.Planned("anchor-signalling", Kinds.Boolean, false,
            "Tell the servers of a trust anchor which of its keys are trusted (RFC 8145)."),
        AggressiveNsec = r.Planned("aggressive-nsec", Kinds.Choice<AggressiveNsec>(), AggressiveNsec.On,
            "Deny further names from proofs already seen (RFC 8198): never (`off`), from NSEC alone (`nsec-only`), "
            + "from NSEC and NSEC3 (`on`)."),
        Sha1 = r.Value("sha1", Kinds.Choice<Sha1Signatures>(), Sha1Signatures.Insecure,
            "How zones signed with RSA/SHA-1 alone are taken (RFC 9905)."),
        MaxNsec3Iterations = r.Planned("max-nsec3-iterations", Kinds.Integer(0, 500, "iterations"), 50,
            "Zones with more NSEC3 iterations are taken as unsigned (RFC 9276)."),
        SignatureSkew = r.Planned("signature-skew", Kinds.Duration("0s", "1h"), Kinds.Time("5m"),
            "How far clocks may differ: tolerance at both ends of a signature's life."),
        FixedTime = r.Planned("fixed-time", Kinds.OptionalValue(Kinds.Timestamp), null,
            "Validate as if it were this time. For rescue and for tests: it makes expired signatures valid."),
        MinBogusTtl = r.Planned("min-bogus-ttl", Kinds.Duration("1s", "5m"), Kinds.Time("5s"),
            "How long a first bogus answer is remembered; each further one doubles it."),
        MaxBogusTtl = r.Planned("max-bogus-ttl", Kinds.Duration("1s", "5m"), Kinds.Time("1m"),
            "The longest that a bogus answer is remembered."),
        ErrorReporting = r.Planned("error-reporting", Kinds.Boolean, true,
            "Report failures to the agents that zones name (RFC 9567)."),
    };
}
