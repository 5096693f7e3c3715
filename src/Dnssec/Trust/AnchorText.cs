using Dns;
using Dns.Zones;

namespace Dnssec.Trust;

/// <summary>
/// Reads trust anchors written as DS and DNSKEY records in presentation format, the form of root.key and root.ds
/// files. Records of several zones may be mixed. The text is taken or refused whole.
/// </summary>
public static class AnchorText
{
    /// <summary>Records of one file. Keys of thirty-two zones in the middle of a roll.</summary>
    public const int MaxRecords = 64;

    private static readonly ZoneLimits Limits =
        ZoneLimits.Default with { MaxRecords = MaxRecords, MaxOctets = 1024 * 1024 };

    /// <summary>Takes the anchors; false, with the problem and its place for a person, if anything is wrong.</summary>
    public static bool TryRead(string text, string sourceName, out TrustAnchorSet anchors, out string problem)
    {
        anchors = TrustAnchorSet.Empty;
        problem = "";
        using var reader = ZoneReader.FromText(
            text, new() { SourceName = sourceName, DefaultTtl = Ttl.Zero, Limits = Limits });
        var found = new List<TrustAnchor>();
        while (true)
        {
            var result = reader.Read(out var record);
            if (result == ZoneReadResult.End)
                break;
            if (result == ZoneReadResult.Error)
                problem = reader.Error!.ToString();
            else if (record.Type is not (RecordType.Ds or RecordType.Dnskey))
                problem = $"{sourceName}:{record.Line}: neither DS nor DNSKEY";
            else
                found.Add(ToAnchor(record));
            if (problem.Length > 0)
                return false;
        }
        if (found.Count == 0)
            problem = $"{sourceName}: no DS or DNSKEY record";
        anchors = new(found);
        return found.Count > 0;
    }

    private static TrustAnchor ToAnchor(in ZoneRecord record)
    {
        var zone = DomainName.FromWire(record.Owner);
        var set = new RRsetBuilder(zone, record.Type).Add(record.Rdata, Ttl.Zero).Build();
        return record.Type == RecordType.Ds ? new(zone, set, default) : new(zone, default, set);
    }
}
