using Dns;
using Dns.Records;
using Dnssec.Algorithms;
using Dnssec.Signatures;

namespace Dnssec.Trust;

/// <summary>
/// The trust anchor of one zone, kept up to date by the zone itself (RFC 5011): keys come and go as the zone's
/// validated DNSKEY RRset is observed. Immutable; an observation makes the next trust point.
/// </summary>
public sealed class TrustPoint
{
    /// <summary>How long a new key must have been there before it is trusted: 30 days (RFC 5011 §2.4.1).</summary>
    public const long AddHoldDownSeconds = 30 * 86_400;

    /// <summary>How long a revoked key is remembered: 30 days (RFC 5011 §2.4.2).</summary>
    public const long RemoveHoldDownSeconds = 30 * 86_400;

    /// <summary>Keys tracked; those beyond are not looked at. A zone rolls with two or three.</summary>
    public const int MaxKeys = 16;

    private readonly TrustAnchor _initial;

    internal TrustPoint(TrustAnchor initial, IReadOnlyList<TrackedKey> keys)
    {
        _initial = initial;
        Keys = keys;
        Anchor = new(initial.Zone, Unrevoked(initial.Ds), BuildDnskeys());
    }

    /// <summary>The zone.</summary>
    public DomainName Zone => _initial.Zone;

    /// <summary>Every key known, in the order they came.</summary>
    public IReadOnlyList<TrackedKey> Keys { get; }

    /// <summary>True once everything that was ever trusted is revoked: the zone is not secure any more.</summary>
    // RFC 5011 §5: a trust point without a valid key is deleted, as if it had never been configured.
    public bool IsDeleted => Anchor.Count == 0;

    /// <summary>What is trusted now: the keys, and of the first anchors what is not revoked.</summary>
    public TrustAnchor Anchor { get; }

    /// <summary>Begins with anchors from elsewhere. The keys they mean are trusted as soon as they are seen.</summary>
    public static TrustPoint Begin(TrustAnchor initial) => new(initial, []);

    /// <summary>
    /// Takes note of the zone's DNSKEY RRset. It is validated with what is trusted now; if that fails, nothing
    /// changes. The changes are added to the list.
    /// </summary>
    public KeySetResult Observe(in RRset dnskeys, TrustPointObserver observer, out TrustPoint next)
    {
        next = this;
        var result = observer.Validator.ValidateByAnchor(Anchor, dnskeys, observer.Now, observer.Work);
        if (result.Status == SecurityStatus.Secure)
            next = new(_initial, [.. Advance(dnskeys, observer)]);
        return result;
    }

    /// <summary>Seconds until the zone should be looked at again after an observation that succeeded.</summary>
    // RFC 5011 §2.3: half the TTL or half the signature's life, at least an hour and at most 15 days.
    public static long CountSecondsToNextLook(Ttl originalTtl, long signatureLifeSeconds) =>
        Math.Max(3600, Math.Min(15 * 86_400, Math.Min(originalTtl.Seconds / 2, signatureLifeSeconds / 2)));

    /// <summary>Seconds until the zone should be looked at again after one that failed.</summary>
    // RFC 5011 §2.3: a tenth of them, at least an hour and at most a day.
    public static long CountSecondsToRetry(Ttl originalTtl, long signatureLifeSeconds) =>
        Math.Max(3600, Math.Min(86_400, Math.Min(originalTtl.Seconds / 10, signatureLifeSeconds / 10)));

    private List<TrackedKey> Advance(in RRset dnskeys, TrustPointObserver observer)
    {
        var keys = Keys.ToList();
        var present = new List<TrackedKey>();
        foreach (var rdata in dnskeys.Records)
        {
            if (!DnskeyData.TryRead(rdata, out var dnskey) || !observer.Counts((SecurityAlgorithm)dnskey.Algorithm))
                continue;
            var index = keys.FindIndex(IsKey(rdata));
            if (dnskey.IsRevoked && index >= 0 && IsSelfSigned(dnskeys, rdata, observer))
                keys[index] = Move(keys[index], AnchorState.Revoked, AnchorChangeKind.Revoked, observer);
            if (dnskey.IsRevoked || !dnskey.IsZoneKey || !dnskey.IsSecureEntryPoint)
                continue;
            if (index < 0 && keys.Count < MaxKeys)
                keys.Add(Begin(rdata, observer));
            else if (index >= 0)
                keys[index] = Meet(keys[index], dnskeys.Ttl, observer);
            present.AddRange(keys.FindAll(IsKey(rdata)));
        }
        return [.. keys.Select(key => present.Contains(key) ? key : Miss(key, observer)).OfType<TrackedKey>()];
    }

    private bool IsMeantByInitial(ReadOnlySpan<byte> dnskey)
    {
        if (DnskeyData.TryRead(dnskey, out var key) && key.IsRevoked)
            return false;
        if (!_initial.Dnskeys.IsNone && _initial.Dnskeys.Records.Contains(dnskey))
            return true;
        if (_initial.Ds.IsNone)
            return false;
        foreach (var rdata in _initial.Ds.Records)
        {
            if (DsData.TryRead(rdata, out var ds) && DsDigest.Matches(ds, Zone.Wire, dnskey))
                return true;
        }
        return false;
    }

    private TrackedKey Begin(ReadOnlySpan<byte> rdata, TrustPointObserver observer)
    {
        var key = new TrackedKey(rdata.ToArray(), AnchorState.AddPending, observer.Now);
        if (IsMeantByInitial(rdata))
            return Move(key, AnchorState.Valid, AnchorChangeKind.Trusted, observer);
        observer.Note(AnchorChangeKind.Seen, key);
        return key;
    }

    // RFC 5011 §2.4.1: the hold-down is 30 days or the TTL of the key set, whichever is longer.
    private static TrackedKey Meet(TrackedKey key, Ttl ttl, TrustPointObserver observer) => key.State switch
    {
        AnchorState.AddPending when key.Since.SecondsUntil(observer.Now) >= Math.Max(AddHoldDownSeconds, ttl.Seconds) =>
            Move(key, AnchorState.Valid, AnchorChangeKind.Trusted, observer),
        AnchorState.Missing => Move(key, AnchorState.Valid, AnchorChangeKind.CameBack, observer),
        _ => key,
    };

    /// <summary>What becomes of a key that is not in the zone; null if it is forgotten.</summary>
    private TrackedKey? Miss(TrackedKey key, TrustPointObserver observer)
    {
        switch (key.State)
        {
            case AnchorState.AddPending:
                observer.Note(AnchorChangeKind.Withdrawn, key);
                return null;
            case AnchorState.Valid:
                return Move(key, AnchorState.Missing, AnchorChangeKind.WentMissing, observer);
            case AnchorState.Revoked when key.Since.SecondsUntil(observer.Now) >= RemoveHoldDownSeconds
                && !IsMeantByInitial(key.Dnskey.Span):
                observer.Note(AnchorChangeKind.Forgotten, key);
                return null;
            default:
                return key;
        }
    }

    private static TrackedKey Move(
        TrackedKey key, AnchorState state, AnchorChangeKind kind, TrustPointObserver observer)
    {
        if (key.State != state)
            observer.Note(kind, key);
        return key.Enter(state, observer.Now);
    }

    // RFC 5011 §2.1: a key is revoked when it says so in a DNSKEY RRset that it has signed itself.
    private static bool IsSelfSigned(in RRset dnskeys, ReadOnlySpan<byte> rdata, TrustPointObserver observer)
    {
        var self = ZoneKeys.ReadRevoked(dnskeys, rdata);
        return observer.Verifier.Verify(dnskeys, self, observer.Now, observer.Work).IsValid;
    }

    private static Predicate<TrackedKey> IsKey(ReadOnlySpan<byte> rdata)
    {
        var sought = rdata.ToArray();
        return key => key.IsSameKey(sought);
    }

    private bool IsRevoked(ReadOnlySpan<byte> dnskey)
    {
        foreach (var key in Keys)
        {
            if (key.State == AnchorState.Revoked && key.IsSameKey(dnskey))
                return true;
        }
        return false;
    }

    private RRset BuildDnskeys()
    {
        var builder = new RRsetBuilder(Zone, RecordType.Dnskey);
        foreach (var key in Keys.Where(key => key.IsTrusted))
            builder.Add(key.Dnskey.Span, Ttl.Zero);
        if (!_initial.Dnskeys.IsNone)
        {
            foreach (var rdata in _initial.Dnskeys.Records)
            {
                if (!IsRevoked(rdata))
                    builder.Add(rdata, Ttl.Zero);
            }
        }
        return builder.Count > 0 ? builder.Build() : default;
    }

    private RRset Unrevoked(RRset ds)
    {
        if (ds.IsNone)
            return default;
        var builder = new RRsetBuilder(Zone, RecordType.Ds);
        foreach (var rdata in ds.Records)
        {
            if (DsData.TryRead(rdata, out var record) && !MeansRevoked(record))
                builder.Add(rdata, Ttl.Zero);
        }
        return builder.Count > 0 ? builder.Build() : default;
    }

    private bool MeansRevoked(in DsData ds)
    {
        foreach (var key in Keys)
        {
            if (key.State == AnchorState.Revoked && DsDigest.Matches(ds, Zone.Wire, key.Dnskey.Span))
                return true;
        }
        return false;
    }
}
