using System.Security.Cryptography;
using Dns;
using Dns.Records;

namespace Dnssec.Zones;

/// <summary>
/// The message digest of a zone (RFC 8976): scheme SIMPLE with SHA-384 or SHA-512. It proves that the zone is whole
/// once the ZONEMD record itself is validated, which is not done here.
/// </summary>
public static class ZoneDigest
{
    /// <summary>The scheme SIMPLE (RFC 8976 §2.2.2).</summary>
    public const byte SimpleScheme = 1;

    /// <summary>Hash algorithm SHA-384 (RFC 8976 §2.2.3).</summary>
    public const byte Sha384 = 1;

    /// <summary>Hash algorithm SHA-512 (RFC 8976 §2.2.3).</summary>
    public const byte Sha512 = 2;

    /// <summary>Compares the zone with its ZONEMD records; one that matches is enough.</summary>
    // RFC 8976 §4: records of unknown schemes and hashes are left aside, and so are those that are not for this serial.
    public static ZoneDigestStatus Verify(ZoneImage zone)
    {
        var soa = zone.Find(zone.Apex, RecordType.Soa);
        if (soa.IsNone || soa.Count != 1 || !SoaData.TryRead(soa.FirstRecord, out var start))
            return ZoneDigestStatus.NoSerial;
        var zonemd = zone.Find(zone.Apex, RecordType.Zonemd);
        if (zonemd.IsNone)
            return ZoneDigestStatus.Missing;
        var status = ZoneDigestStatus.Unsupported;
        foreach (var rdata in zonemd.Records)
        {
            var verdict = VerifyOne(zone, zonemd, rdata, start.Serial);
            if (verdict == ZoneDigestStatus.Verified)
                return verdict;
            if (verdict > status)
                status = verdict;
        }
        return status;
    }

    /// <summary>Computes the digest with scheme SIMPLE; false if the hash is not known.</summary>
    public static bool TryCompute(ZoneImage zone, byte hashAlgorithm, out byte[] digest)
    {
        digest = [];
        if (hashAlgorithm is not (Sha384 or Sha512))
            return false;
        using var hash = IncrementalHash.CreateHash(
            hashAlgorithm == Sha384 ? HashAlgorithmName.SHA384 : HashAlgorithmName.SHA512);
        var first = 0;
        for (var i = 0; i < zone.Count; i++)
        {
            if (IsIncluded(zone, zone[i]))
                continue;
            hash.AppendData(zone.OctetsBetween(first, i));
            first = i + 1;
        }
        hash.AppendData(zone.OctetsBetween(first, zone.Count));
        digest = hash.GetHashAndReset();
        return true;
    }

    private static ZoneDigestStatus VerifyOne(ZoneImage zone, in RRset zonemd, ReadOnlySpan<byte> rdata, uint serial)
    {
        if (!ZonemdData.TryRead(rdata, out var record)
            || record.Scheme != SimpleScheme || record.HashAlgorithm is not (Sha384 or Sha512))
            return ZoneDigestStatus.Unsupported;
        if (record.Serial != serial)
            return ZoneDigestStatus.SerialMismatch;
        // RFC 8976 §2: each scheme and hash occurs once; where they do not, none of them is used.
        if (CountAlike(zonemd, record) > 1)
            return ZoneDigestStatus.Ambiguous;
        TryCompute(zone, record.HashAlgorithm, out var digest);
        return record.Digest.SequenceEqual(digest) ? ZoneDigestStatus.Verified : ZoneDigestStatus.Mismatch;
    }

    private static int CountAlike(in RRset zonemd, in ZonemdData record)
    {
        var count = 0;
        foreach (var rdata in zonemd.Records)
        {
            if (ZonemdData.TryRead(rdata, out var other)
                && other.Scheme == record.Scheme && other.HashAlgorithm == record.HashAlgorithm)
                count++;
        }
        return count;
    }

    // RFC 8976 §3.3.2: glue and occluded data count; the apex ZONEMD RRset and its signatures do not, nor what is
    // outside the zone.
    private static bool IsIncluded(ZoneImage zone, in ZoneImageRecord record)
    {
        if (!WireName.IsAtOrBelow(record.Owner, zone.Apex.Wire))
            return false;
        var isAtApex = WireName.Equals(record.Owner, zone.Apex.Wire);
        if (!isAtApex || record.Type is not (RecordType.Zonemd or RecordType.Rrsig))
            return true;
        return record.Type == RecordType.Rrsig
            && !(RrsigData.TryRead(record.Rdata, out var signature) && signature.TypeCovered == RecordType.Zonemd);
    }
}
