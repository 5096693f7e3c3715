namespace Dns.Zones;

/// <summary>A record that an <see cref="RRsetCollector"/> has taken in.</summary>
/// <param name="Owner">The owner.</param>
/// <param name="SetType">The type of its set: the type covered, for a signature.</param>
/// <param name="Type">The record's own type.</param>
/// <param name="Class">The class.</param>
/// <param name="Ttl">The TTL.</param>
/// <param name="Rdata">RDATA.</param>
internal sealed record CollectedRecord(
    DomainName Owner, RecordType SetType, RecordType Type, RecordClass Class, Ttl Ttl, byte[] Rdata)
{
    /// <summary>Orders sets canonically by owner, then by class and type.</summary>
    public int CompareSets(CollectedRecord other)
    {
        var order = ReferenceEquals(Owner, other.Owner) ? 0 : Owner.CompareCanonical(other.Owner);
        if (order == 0)
            order = Class.CompareTo(other.Class);
        return order == 0 ? SetType.CompareTo(other.SetType) : order;
    }
}
