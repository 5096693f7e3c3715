using Dns;
using Dns.Records;
using Dnssec.Algorithms;

namespace Dnssec.Signatures;

/// <summary>
/// The keys of a zone, out of a DNSKEY RRset that was validated: what signatures in the zone are checked with.
/// Immutable.
/// </summary>
public sealed class ZoneKeys
{
    private readonly ZoneKey[] _keys;

    private ZoneKeys(DomainName zone, ZoneKey[] keys)
    {
        Zone = zone;
        _keys = keys;
    }

    /// <summary>The zone that the keys sign for.</summary>
    public DomainName Zone { get; }

    /// <summary>How many keys there are, usable or not.</summary>
    public int Count => _keys.Length;

    /// <summary>The keys.</summary>
    internal ReadOnlySpan<ZoneKey> Keys => _keys;

    /// <summary>
    /// Takes the keys out of a DNSKEY RRset that <see cref="Trust.KeySetValidator"/> has found secure, now or when it
    /// was put into a cache.
    /// </summary>
    public static ZoneKeys FromValidated(in RRset dnskeys) => Read(dnskeys);

    /// <summary>Takes the keys out of a DNSKEY RRset that has yet to be validated.</summary>
    internal static ZoneKeys Read(in RRset dnskeys)
    {
        var keys = new List<ZoneKey>(dnskeys.Count);
        foreach (var rdata in dnskeys.Records)
        {
            if (DnskeyData.TryRead(rdata, out var key))
                keys.Add(new(key.KeyTag, (SecurityAlgorithm)key.Algorithm, FindObstacle(key), rdata.ToArray()));
        }
        return new(dnskeys.OwnerName, [.. keys]);
    }

    /// <summary>One revoked key of a set as if it were not, to see whether it has signed its own revocation.</summary>
    internal static ZoneKeys ReadRevoked(in RRset dnskeys, ReadOnlySpan<byte> revoked)
    {
        var sought = revoked.ToArray();
        var keys = Read(dnskeys).Where(key =>
            key.Obstacle == ValidationReason.KeyRevoked && key.Rdata.Span.SequenceEqual(sought));
        return new(keys.Zone, Array.ConvertAll(keys._keys, key => key with { Obstacle = ValidationReason.None }));
    }

    /// <summary>Those of the keys for which the test is true.</summary>
    internal ZoneKeys Where(Predicate<ZoneKey> test) => new(Zone, Array.FindAll(_keys, test));

    private static ValidationReason FindObstacle(in DnskeyData key)
    {
        // RFC 4034 §2.1.2: a protocol other than 3 makes the key invalid.
        if (key.Protocol != DnskeyData.DnssecProtocol)
            return ValidationReason.KeyProtocolWrong;
        // RFC 4034 §2.1.1: without the zone key bit the key must not be used to verify RRSIGs.
        if (!key.IsZoneKey)
            return ValidationReason.KeyNotZoneKey;
        // RFC 5011 §2.1: a revoked key must not be used for anything but to show that it is revoked.
        return key.IsRevoked ? ValidationReason.KeyRevoked : ValidationReason.None;
    }
}
