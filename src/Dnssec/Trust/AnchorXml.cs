using System.Globalization;
using System.Xml;
using Dns;
using Dns.Records;

namespace Dnssec.Trust;

/// <summary>
/// Reads trust anchors in the XML format that IANA publishes (RFC 9718 §2.1). The text may come from anywhere: it is
/// taken or refused whole, with no entities, no document type and nothing fetched.
/// </summary>
public static class AnchorXml
{
    /// <summary>Characters of the longest text that is looked at; the real one has about 3,000.</summary>
    public const int MaxLength = 64 * 1024;

    /// <summary>Key digests of one file. The root has had three in sixteen years.</summary>
    public const int MaxKeyDigests = 32;

    /// <summary>
    /// Takes the digests that are valid at a time. If there is none, or anything is wrong, the problem says so for a
    /// person.
    /// </summary>
    public static bool TryRead(string text, UnixTime now, out TrustAnchor? anchor, out string problem)
    {
        anchor = null;
        problem = "";
        if (text.Length > MaxLength)
        {
            problem = $"longer than {MaxLength} characters";
            return false;
        }
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
        };
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), settings);
            anchor = ReadDocument(reader, now);
            return true;
        }
        catch (Exception exception) when (exception is XmlException or FormatException or OverflowException)
        {
            problem = exception.Message;
            return false;
        }
    }

    private static TrustAnchor ReadDocument(XmlReader reader, UnixTime now)
    {
        reader.MoveToContent();
        reader.ReadStartElement("TrustAnchor");
        if (!DomainName.TryParse(reader.ReadElementContentAsString("Zone", "").Trim(), out var zone))
            throw new FormatException("Zone is not a domain name");
        var ds = new RRsetBuilder(zone, RecordType.Ds);
        for (var count = 0; reader.IsStartElement("KeyDigest"); count++)
        {
            if (count == MaxKeyDigests)
                throw new FormatException($"more than {MaxKeyDigests} KeyDigest elements");
            ReadKeyDigest(reader, zone, now, ds);
        }
        reader.ReadEndElement();
        return ds.Count > 0
            ? new(zone, ds.Build(), default)
            : throw new FormatException($"no KeyDigest is valid at {now}");
    }

    private static void ReadKeyDigest(XmlReader reader, DomainName zone, UnixTime now, RRsetBuilder ds)
    {
        var from = ReadTime(reader.GetAttribute("validFrom")) ?? throw new FormatException("validFrom is missing");
        var until = ReadTime(reader.GetAttribute("validUntil")) ?? new UnixTime(long.MaxValue);
        reader.ReadStartElement("KeyDigest");
        var tag = ushort.Parse(Read(reader, "KeyTag"), CultureInfo.InvariantCulture);
        var algorithm = byte.Parse(Read(reader, "Algorithm"), CultureInfo.InvariantCulture);
        var digestType = byte.Parse(Read(reader, "DigestType"), CultureInfo.InvariantCulture);
        byte[] record =
            [(byte)(tag >> 8), (byte)tag, algorithm, digestType, .. Convert.FromHexString(Read(reader, "Digest"))];
        if (reader.IsStartElement("PublicKey"))
            RequireSameKey(reader, zone, record, algorithm);
        reader.ReadEndElement();
        // RFC 9718 §2.1.1: a digest counts from validFrom on and, where it says so, until validUntil.
        if (from <= now && now < until)
            ds.Add(record, Ttl.Zero);
    }

    // RFC 9718 §2.1.1: where the key itself is given, it has to be the one that the digest is of.
    private static void RequireSameKey(XmlReader reader, DomainName zone, byte[] record, byte algorithm)
    {
        var key = Convert.FromBase64String(Read(reader, "PublicKey"));
        var flags = ushort.Parse(Read(reader, "Flags"), CultureInfo.InvariantCulture);
        byte[] dnskey = [(byte)(flags >> 8), (byte)flags, DnskeyData.DnssecProtocol, algorithm, .. key];
        if (!DsData.TryRead(record, out var ds) || !DsDigest.Matches(ds, zone.Wire, dnskey))
            throw new FormatException($"the PublicKey is not the one that the digest of key {ds.KeyTag} is of");
    }

    private static string Read(XmlReader reader, string name) => reader.ReadElementContentAsString(name, "").Trim();

    private static UnixTime? ReadTime(string? text) => text is null
        ? null
        : new UnixTime(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
            .ToUnixTimeMilliseconds());
}
