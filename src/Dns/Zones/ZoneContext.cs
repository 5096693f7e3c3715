namespace Dns.Zones;

/// <summary>What an included text may not change for the one that includes it (RFC 1035 §5.1).</summary>
/// <param name="Origin">What relative names are relative to.</param>
/// <param name="Owner">The last owner; null before the first.</param>
internal sealed record ZoneContext(DomainName Origin, DomainName? Owner);
