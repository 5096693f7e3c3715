using StubCheck.Asking;
using StubCheck.Wire;

namespace StubCheck.Rules;

/// <summary>How long the records of a reply may be kept.</summary>
internal static class TtlRules
{
    // One week: what resolvers cap at, and what no client has trouble with.
    private const uint MaxTtl = 604800;

    // RFC 2181 §5.2: the records of one set live equally long.
    /// <summary>Records of one set have one TTL.</summary>
    public static string? OnePerSet(Exchange exchange, Message reply)
    {
        foreach (var record in reply.Records.Where(record => record.Type is not (RecordTypes.Opt or RecordTypes.Rrsig)))
        {
            var other = reply.Records.Find(other => other.Section == record.Section && other.Type == record.Type
                && other.Owner.IsSameAs(record.Owner) && other.Ttl != record.Ttl);
            if (other is not null)
                return $"{record} with {record.Ttl} and {other.Ttl}";
        }

        return null;
    }

    /// <summary>No TTL is longer than a week.</summary>
    public static string? Range(Exchange exchange, Message reply)
    {
        var record = reply.Records.Find(record => record.Type != RecordTypes.Opt && record.Ttl > MaxTtl);

        return record is null ? null : $"{record} with {record.Ttl}";
    }
}
