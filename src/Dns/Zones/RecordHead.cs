namespace Dns.Zones;

/// <summary>What stands between a record's owner and its RDATA.</summary>
/// <param name="Type">TYPE.</param>
/// <param name="Class">CLASS.</param>
/// <param name="Ttl">The TTL.</param>
internal readonly record struct RecordHead(RecordType Type, RecordClass Class, Ttl Ttl);
