using System.Buffers.Binary;
using Dns;

namespace Resolver.Cache;

/// <summary>
/// How long what servers send may be kept. Applied where data enters, so that nothing shows a longer TTL.
/// </summary>
public sealed class TtlPolicy
{
    private const int MinimumLength = sizeof(uint);

    private readonly CacheOptions _options;

    /// <summary>Makes the policy of a cache.</summary>
    public TtlPolicy(CacheOptions options) => _options = options;

    /// <summary>The lifetime of data that came with a TTL.</summary>
    public Ttl ForData(Ttl ttl) => new(Math.Clamp(
        ttl.Seconds, Math.Min(_options.MinTtl.Seconds, _options.MaxTtl.Seconds), _options.MaxTtl.Seconds));

    /// <summary>The lifetime of a denial that came with this SOA, or with none.</summary>
    // RFC 2308 §5: the lesser of the SOA's TTL and its MINIMUM field; without SOA it should not be cached for long.
    public Ttl ForDenial(RRset soa)
    {
        if (soa.IsNone || soa.Count == 0 || soa.FirstRecord.Length < MinimumLength)
            return _options.NegativeTtlWithoutSoa;
        var minimum = Ttl.FromWire(BinaryPrimitives.ReadUInt32BigEndian(soa.FirstRecord[^MinimumLength..]));
        return ForDenial(soa, Ttl.Min(soa.Ttl, minimum));
    }

    /// <summary>The lifetime of a denial for which somebody else has found this one, signatures considered.</summary>
    public Ttl ForDenial(RRset soa, Ttl found) =>
        Ttl.Min(found, soa.IsNone ? _options.NegativeTtlWithoutSoa : _options.MaxNegativeTtl);
}
