using Dns;
using Dns.Records;
using Dnssec.Signatures;
using Dnssec.Trust;

namespace Dnssec.Zones;

/// <summary>
/// Verifies every signature of a zone from a trust anchor, and that its NSEC records deny neither too much nor too
/// little. A zone that passes gives answers that any validator accepts.
/// </summary>
public sealed class ZoneVerifier
{
    private readonly KeySetValidator _keySets;
    private readonly SignatureVerifier _signatures;

    /// <summary>A verifier by way of these.</summary>
    public ZoneVerifier(KeySetValidator keySets, SignatureVerifier signatures)
    {
        _keySets = keySets;
        _signatures = signatures;
    }

    /// <summary>Verifies the zone as it is at a time.</summary>
    public ZoneVerification Verify(ZoneImage zone, TrustAnchor anchor, UnixTime now, WorkLimit work)
    {
        var keys = _keySets.ValidateByAnchor(anchor, zone.Find(zone.Apex, RecordType.Dnskey), now, work);
        if (keys.Status != SecurityStatus.Secure)
            return new(ZoneFault.KeysNotTrusted, zone.Apex, RecordType.Dnskey, keys.Reason);
        var walk = new Walk(zone, keys.Keys!, now, work) { EarliestExpiration = keys.Signature.Expiration };
        var hasNsec = zone.Find(zone.Apex, RecordType.Nsec3param).IsNone;
        DomainName? previous = null;
        DomainName? cut = null;
        for (int first = 0, end; first < zone.Count; first = end)
        {
            end = zone.EndOfOwner(first);
            var owner = DomainName.FromWire(zone[first].Owner);
            // In canonical order what is below a cut comes right behind it.
            if (cut is not null && owner.IsBelow(cut))
                continue;
            var node = new Node(owner, first, end);
            var isCut = !owner.Equals(zone.Apex) && Has(zone, node, RecordType.Ns);
            cut = isCut ? owner : null;
            var fault = VerifyNode(walk, node, isCut) ?? (hasNsec ? CheckProof(zone, node, isCut, ref previous) : null);
            if (fault is not null)
                return fault;
        }
        var isClosed = !hasNsec || previous is null || previous.Equals(zone.Apex);
        return isClosed
            ? new(ZoneFault.None, zone.Apex, RecordType.Soa, ValidationReason.None)
            {
                SignedSets = walk.SignedSets,
                EarliestExpiration = walk.EarliestExpiration,
            }
            : new(ZoneFault.ProofChainBroken, previous!, RecordType.Nsec, ValidationReason.None);
    }

    private ZoneVerification? VerifyNode(Walk walk, Node node, bool isCut)
    {
        var zone = walk.Zone;
        for (var i = node.First; i < node.End; i++)
        {
            var type = zone[i].Type;
            var isRepeated = i > node.First && zone[i - 1].Type == type;
            if (isRepeated || type == RecordType.Rrsig || (isCut && !IsOfParent(type)))
                continue;
            var set = zone.ReadSet(node.First, node.End, node.Owner, type);
            var result = _signatures.Verify(set, walk.Keys, walk.Now, walk.Work);
            if (!result.IsValid)
                return new(ZoneFault.SignatureFails, node.Owner, type, result.Reason);
            walk.SignedSets++;
            if (walk.EarliestExpiration.IsAfter(result.Expiration))
                walk.EarliestExpiration = result.Expiration;
        }
        return null;
    }

    /// <summary>Checks that the node is the one the NSEC before leads to, and that its own tells its types.</summary>
    private static ZoneVerification? CheckProof(ZoneImage zone, Node node, bool isCut, ref DomainName? next)
    {
        if (next is not null && !next.Equals(node.Owner))
            return new(ZoneFault.ProofChainBroken, node.Owner, RecordType.Nsec, ValidationReason.None);
        var set = zone.ReadSet(node.First, node.End, node.Owner, RecordType.Nsec);
        if (set.IsNone || set.Count != 1 || !NsecData.TryRead(set.FirstRecord, out var nsec))
            return new(ZoneFault.ProofMissing, node.Owner, RecordType.Nsec, ValidationReason.None);
        next = DomainName.FromWire(nsec.NextName);
        var told = 0;
        foreach (var type in nsec.Types)
        {
            told++;
            if (!Has(zone, node, type))
                return new(ZoneFault.ProofOfOtherTypes, node.Owner, type, ValidationReason.None);
        }
        return told == CountTypes(zone, node, isCut)
            ? null
            : new(ZoneFault.ProofOfOtherTypes, node.Owner, RecordType.Nsec, ValidationReason.None);
    }

    // RFC 4035 §2.3: at a cut the parent's proof tells NS and what the parent signs, but not addresses.
    private static int CountTypes(ZoneImage zone, Node node, bool isCut)
    {
        var count = 0;
        for (var i = node.First; i < node.End; i++)
        {
            var type = zone[i].Type;
            var isRepeated = i > node.First && zone[i - 1].Type == type;
            if (!isRepeated && (!isCut || IsOfParent(type) || type is RecordType.Ns or RecordType.Rrsig))
                count++;
        }
        return count;
    }

    private static bool IsOfParent(RecordType type) => type is RecordType.Ds or RecordType.Nsec;

    private static bool Has(ZoneImage zone, Node node, RecordType type)
    {
        for (var i = node.First; i < node.End; i++)
        {
            if (zone[i].Type == type)
                return true;
        }
        return false;
    }

    /// <summary>The records of one owner.</summary>
    private readonly record struct Node(DomainName Owner, int First, int End);

    /// <summary>What stays the same on the way through a zone, and what is gathered on it.</summary>
    private sealed record Walk(ZoneImage Zone, ZoneKeys Keys, UnixTime Now, WorkLimit Work)
    {
        /// <summary>RRsets whose signatures hold.</summary>
        public int SignedSets { get; set; }

        /// <summary>The least of their expirations.</summary>
        public UnixTime EarliestExpiration { get; set; }
    }
}
