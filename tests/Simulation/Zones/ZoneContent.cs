using Dns;
using Simulation.Messages;

namespace Simulation.Zones;

/// <summary>The records of one zone at one time, and what its authority answers (RFC 1034 §4.3.2).</summary>
public sealed class ZoneContent
{
    private readonly Dictionary<DomainName, Dictionary<RecordType, List<WireRecord>>> _nodes = [];

    private ZoneContent(DomainName apex) => Apex = apex;

    /// <summary>Where the zone begins.</summary>
    public DomainName Apex { get; }

    /// <summary>Every record, in the order they were given.</summary>
    public List<WireRecord> Records { get; } = [];

    /// <summary>The SOA record; null if the zone has none.</summary>
    public WireRecord? Soa => Find(Apex, RecordType.Soa) is [var soa, ..] ? soa : null;

    /// <summary>
    /// Reads a zone: owner (none: the one before), TTL, type, RDATA on each line; "$TTL n" sets the TTL of the lines
    /// after it; ";" begins a comment. A zone without SOA gets one whose negative TTL is 60.
    /// </summary>
    public static ZoneContent Parse(DomainName apex, string text)
    {
        List<WireRecord> records = [];
        var ttl = 3600u;
        var owner = "@";
        foreach (var raw in text.Split('\n'))
        {
            var line = StripComment(raw).TrimEnd();
            if (line.Trim().Length == 0)
                continue;
            var words = ZoneLine.Split(line);
            if (words[0] == "$TTL")
            {
                ttl = uint.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture);
                continue;
            }
            if (!char.IsWhiteSpace(line[0]))
                owner = words[0];
            records.Add(ZoneLine.Read(char.IsWhiteSpace(line[0]) ? owner + " " + line : line, apex, ttl));
        }
        return Of(apex, records);
    }

    /// <summary>A zone of these records, with an SOA added if there is none.</summary>
    public static ZoneContent Of(DomainName apex, IEnumerable<WireRecord> records)
    {
        var zone = new ZoneContent(apex);
        foreach (var record in records)
            zone.Add(record);
        if (zone.Soa is null)
            zone.Add(ZoneLine.Read("@ 60 SOA ns hostmaster 1 3600 600 86400 60", apex, 60));
        return zone;
    }

    /// <summary>The records of one set; none if it does not exist.</summary>
    public IReadOnlyList<WireRecord> Find(DomainName owner, RecordType type) =>
        _nodes.TryGetValue(owner, out var node) && node.TryGetValue(type, out var set) ? set : [];

    /// <summary>All sets at a name; none if it has no records.</summary>
    public IEnumerable<KeyValuePair<RecordType, List<WireRecord>>> SetsAt(DomainName owner) =>
        _nodes.TryGetValue(owner, out var node) ? node : [];

    /// <summary>True if the name has records or stands above one that has (RFC 8020 §2).</summary>
    public bool Exists(DomainName name) => _nodes.ContainsKey(name);

    /// <summary>The topmost delegation at or above a name, below the apex; null if the zone answers itself.</summary>
    public DomainName? FindCut(DomainName name)
    {
        for (var labels = Apex.LabelCount + 1; labels <= name.LabelCount; labels++)
        {
            var candidate = name.Suffix(labels);
            if (Find(candidate, RecordType.Ns).Count > 0)
                return candidate;
        }
        return null;
    }

    private void Add(WireRecord record)
    {
        Records.Add(record);
        for (var name = record.Owner; name.IsBelow(Apex); name = name.Parent)
            _nodes.TryAdd(name, []);
        _nodes.TryAdd(record.Owner, []);
        var node = _nodes[record.Owner];
        if (!node.TryGetValue(record.Type, out var set))
            node[record.Type] = set = [];
        set.Add(record);
    }

    private static string StripComment(string line)
    {
        var isQuoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '\\')
                i++;
            else if (line[i] == '"')
                isQuoted = !isQuoted;
            else if (line[i] == ';' && !isQuoted)
                return line[..i];
        }
        return line;
    }
}
