using Dns;

namespace Dnssec.Trust;

/// <summary>The root's trust anchors as they are built in (RFC 9718 tells where they come from).</summary>
public static class RootAnchors
{
    // Key tag, algorithm, digest type and digest, as DS RDATA. KSK-2024 is in the root zone since 2025-01-11, beside
    // KSK-2017, and takes over from it on 2026-10-11.
    private const string Ksk2017 = "4F660802E06D44B80B8F1D39A95C0B0D7C65D08458E880409BBC683457104237C7F8EC8D";
    private const string Ksk2024 = "97280802683D2D0ACB8C9B712A1948B27F741219298D0A450D612C483AF444A4C0FB2B16";

    /// <summary>KSK-2017 (20326) and KSK-2024 (38696).</summary>
    public static TrustAnchor BuiltIn { get; } = new(
        DomainName.Root,
        new RRsetBuilder(DomainName.Root, RecordType.Ds)
            .Add(Convert.FromHexString(Ksk2017), Ttl.Zero)
            .Add(Convert.FromHexString(Ksk2024), Ttl.Zero)
            .Build(),
        default);
}
