using System.IO.Compression;
using System.Text;
using Dns;
using Dns.Zones;
using Dnssec.Algorithms;
using Dnssec.Signatures;
using Dnssec.Trust;
using Dnssec.Zones;

namespace Dnssec.Tests;

/// <summary>Whole zones out of files and texts.</summary>
internal static class ZoneFiles
{
    /// <summary>A zone file under Data.</summary>
    public static ZoneImage Read(string file, string apex) => Parse(TestData.Text(file), apex);

    /// <summary>A zone written out.</summary>
    public static ZoneImage Parse(string text, string apex)
    {
        using var reader = ZoneReader.FromText(text, new() { Origin = DomainName.Parse(apex) });
        var error = ZoneImageBuilder.Read(reader, DomainName.Parse(apex), out var image);
        return image ?? throw new FormatException(error!.ToString());
    }

    /// <summary>The text of a compressed file.</summary>
    public static string Decompress(string path)
    {
        using var stream = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd();
    }

    /// <summary>The only anchor in a text of DS or DNSKEY records.</summary>
    public static TrustAnchor Anchor(string text) =>
        AnchorText.TryRead(text, "anchor", out var anchors, out var problem)
            ? anchors.Anchors.Single()
            : throw new FormatException(problem);

    /// <summary>Verifies all of a zone.</summary>
    public static ZoneVerification Verify(
        ZoneImage zone, TrustAnchor anchor, UnixTime now, AlgorithmSet? algorithms = null)
    {
        using var cache = new KeyCache(64, KeyLimits.Default);
        var verifier = new SignatureVerifier(algorithms ?? AlgorithmSet.Default, cache);
        return new ZoneVerifier(new(verifier, cache), verifier)
            .Verify(zone, anchor, now, new WorkLimit(WorkAllowance.WholeZone));
    }
}
