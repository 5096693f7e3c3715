using System.IO.Compression;
using Dns;
using Dns.Zones;
using Dnssec.Algorithms;
using Dnssec.Signatures;
using Dnssec.Trust;
using Dnssec.Zones;
using Resolver.LocalRoot;

namespace Resolver.Tests.LocalRoot;

/// <summary>
/// Root zones of 25 top-level domains under keys of our own, signed on 2026-01-01 for 13 days, each with one fault
/// or none; and inspectors for them.
/// </summary>
internal static class RootZoneFiles
{
    /// <summary>The fifth of January 2026.</summary>
    public static readonly UnixTime Fifth = UnixTime.FromSeconds(1_767_571_200);

    private const string RsaAnchor =
        ". IN DS 60637 8 2 d494e02a455c13ec0853c53abe9f35292292dedd7212a2999c0e0f9fe5d7eabd";

    private const string EcdsaAnchor =
        ". IN DS 39972 13 2 d14e234508ea19b3d428c0780da7ad6ee37cdbb632af77a8227b063409588c9c";

    /// <summary>What a file holds.</summary>
    public static byte[] Text(string name)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "LocalRoot", "Zones", $"{name}.zone.gz"));
        using var stream = new GZipStream(file, CompressionMode.Decompress);
        using var text = new MemoryStream();
        stream.CopyTo(text);
        return text.ToArray();
    }

    /// <summary>The zone in a text; null if it cannot be read.</summary>
    public static ZoneImage? Parse(byte[] text)
    {
        using var reader = new ZoneReader(text, new());
        ZoneImageBuilder.Read(reader, DomainName.Root, out var image);
        return image;
    }

    /// <summary>Inspects a file as the first copy.</summary>
    public static RootZoneVerdict Inspect(string name, UnixTime? now = null, RootZonePolicy? policy = null) =>
        Inspect(Parse(Text(name))!, null, now, policy, name == "ecdsa-both" ? EcdsaAnchor : RsaAnchor);

    /// <summary>Inspects a copy that follows another.</summary>
    public static RootZoneVerdict Inspect(
        ZoneImage image, VerifiedRootZone? current, UnixTime? now = null, RootZonePolicy? policy = null,
        string anchor = RsaAnchor)
    {
        AnchorText.TryRead(anchor, "anchor", out var anchors, out _);
        return Inspector(policy).Inspect(
            image, current, anchors.Anchors.Single(), now ?? Fifth, RootAcceptance.Ordinary);
    }

    /// <summary>An inspector with all it needs; the limits are those of a small root.</summary>
    public static RootZoneInspector Inspector(RootZonePolicy? policy = null)
    {
        var cache = new KeyCache(16, KeyLimits.Default);
        var verifier = new SignatureVerifier(AlgorithmSet.Default, cache);
        return new(new(new(verifier, cache), verifier), policy ?? Small);
    }

    /// <summary>The usual policy, for a root of a few domains.</summary>
    public static RootZonePolicy Small { get; } = RootZonePolicy.Default with { MinDelegations = 20 };
}
