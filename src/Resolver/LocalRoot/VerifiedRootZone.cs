using Dns;
using Dns.Records;
using Dnssec.Zones;

namespace Resolver.LocalRoot;

/// <summary>
/// A copy of the root zone that was verified as a whole (RFC 8806). Immutable: it is put into use and taken out of
/// use by exchanging one reference. Made by <see cref="RootZoneInspector"/> alone.
/// </summary>
public sealed class VerifiedRootZone
{
    /// <summary>Labels of the deepest delegation of a root zone.</summary>
    internal const int MaxDelegationLabels = 1;

    private readonly ZoneImage _image;
    private readonly RRset _soa;

    internal VerifiedRootZone(ZoneImage image, ZoneVerification verification, ZoneDigestStatus digest)
    {
        _image = image;
        _soa = image.Find(DomainName.Root, RecordType.Soa);
        SoaData.TryRead(_soa.FirstRecord, out var start);
        Serial = start.Serial;
        Timers = new(start.Refresh, start.Retry, start.Expire);
        EarliestExpiration = verification.EarliestExpiration;
        SignedSets = verification.SignedSets;
        Digest = digest;
        DelegationCount = ListDelegations().Count();
    }

    /// <summary>The version.</summary>
    public uint Serial { get; }

    /// <summary>The SOA record's timers.</summary>
    public RootZoneTimers Timers { get; }

    /// <summary>When the first signature that is needed ends.</summary>
    public UnixTime EarliestExpiration { get; }

    /// <summary>RRsets whose signatures were verified.</summary>
    public int SignedSets { get; }

    /// <summary>Whether the whole was verified by its digest, or could not be.</summary>
    public ZoneDigestStatus Digest { get; }

    /// <summary>Records.</summary>
    public int RecordCount => _image.Count;

    /// <summary>Top-level domains.</summary>
    public int DelegationCount { get; }

    /// <summary>Octets in memory, near enough.</summary>
    public int MemoryOctets => _image.MemoryOctets;

    /// <summary>True if the other copy has exactly the same records.</summary>
    internal bool IsSameAs(ZoneImage other) => _image.HasSameRecords(other);

    /// <summary>The top-level domains in canonical order.</summary>
    internal IEnumerable<DomainName> ListDelegations() => ListDelegations(_image);

    /// <summary>The names with NS records below the apex, in canonical order.</summary>
    internal static IEnumerable<DomainName> ListDelegations(ZoneImage image)
    {
        for (var i = 0; i < image.Count; i++)
        {
            if (image[i].Type == RecordType.Ns && image[i].Owner.Length > 1
                && (i == 0 || image[i - 1].Type != RecordType.Ns || !SharesOwner(image, i - 1, i)))
                yield return DomainName.FromWire(image[i].Owner);
        }
    }

    /// <summary>Answers a question as a root server would.</summary>
    public RootAnswer Answer(DomainName name, RecordType type)
    {
        var cut = FindCut(name);
        // RFC 4035 §3.1.4.1: the DS set is the parent's, so that it is asked for here and not behind the cut.
        if (cut is not null && !(type == RecordType.Ds && cut.Equals(name)))
            return Refer(cut);
        // RFC 8482 §4.1: one set is enough of an answer to ANY.
        var data = _image.Find(name, type == RecordType.Any ? RecordType.Soa : type);
        if (!data.IsNone)
            return new() { Kind = RootAnswerKind.Data, Data = data };
        if (_image.HasOwner(name.Wire))
            return new() { Kind = RootAnswerKind.NoData, Soa = _soa, Proofs = [_image.Find(name, RecordType.Nsec)] };
        return Deny(name);
    }

    private RootAnswer Refer(DomainName cut)
    {
        var nameServers = _image.Find(cut, RecordType.Ns);
        var ds = _image.Find(cut, RecordType.Ds);
        var glue = new List<RRset>();
        foreach (var server in nameServers.Records)
        {
            var name = DomainName.FromWire(server);
            Add(glue, _image.Find(name, RecordType.A));
            Add(glue, _image.Find(name, RecordType.Aaaa));
        }
        return new()
        {
            Kind = RootAnswerKind.Referral,
            NameServers = nameServers,
            DelegationSigner = ds,
            Proofs = ds.IsNone ? [_image.Find(cut, RecordType.Nsec)] : [],
            Glue = glue,
        };
    }

    private RootAnswer Deny(DomainName name)
    {
        var before = FindProofBefore(name);
        if (NsecData.TryRead(before.FirstRecord, out var nsec) && WireName.IsBelow(nsec.NextName, name.Wire))
            return new() { Kind = RootAnswerKind.NoData, Soa = _soa, Proofs = [before] };
        // The root has no names but the top-level ones, so the wildcard that could have answered stands at the top.
        DomainName.Root.TryPrepend("*"u8, out var wildcard);
        var beforeWildcard = FindProofBefore(wildcard!);
        return new()
        {
            Kind = RootAnswerKind.NxDomain,
            Soa = _soa,
            Proofs = WireName.Equals(before.Owner, beforeWildcard.Owner) ? [before] : [before, beforeWildcard],
        };
    }

    /// <summary>The NSEC set whose owner comes last before a name that is not there.</summary>
    private RRset FindProofBefore(DomainName name)
    {
        // Between the name and that owner there is nothing but glue, which has no NSEC record.
        var index = _image.FindOwner(name.Wire) - 1;
        while (_image[index].Type != RecordType.Nsec)
            index--;
        return _image.Find(DomainName.FromWire(_image[index].Owner), RecordType.Nsec);
    }

    private DomainName? FindCut(DomainName name)
    {
        var top = name.Suffix(MaxDelegationLabels);
        return !top.IsRoot && _image.HasOwner(top.Wire) ? top : null;
    }

    private static void Add(List<RRset> sets, RRset set)
    {
        if (!set.IsNone)
            sets.Add(set);
    }

    private static bool SharesOwner(ZoneImage image, int left, int right) =>
        image[left].Owner.SequenceEqual(image[right].Owner);
}
