using System.Buffers.Binary;
using Dns;
using Dnssec.Algorithms;
using Dnssec.Trust;
using Resolver.Validation;
using Simulation.Messages;
using Simulation.Zones;

namespace Simulation.Rpl;

/// <summary>What a scenario wants believed, and when.</summary>
internal static class ScenarioTrust
{
    public static ValidationOptions Of(ScenarioSettings settings) => new()
    {
        Anchors = new(settings.TrustAnchors.Select(Read).OfType<WireRecord>().Select(ToAnchor)),
        // Scenarios have digests of their own time.
        Algorithms = AlgorithmSet.Default.WithSha1Digests(),
        NegativeAnchors = new(settings.Insecure.Select(name =>
            new NegativeTrustAnchor(DomainName.Parse(name), "the scenario says so", null))),
    };

    /// <summary>A moment at which as many signatures of the scenario as possible are within their dates.</summary>
    public static long? SignatureTime(Scenario scenario)
    {
        List<(uint Begin, uint End)> spans =
        [
            .. scenario.Entries.SelectMany(entry => entry.First.Records)
                .Where(record => record.Type == RecordType.Rrsig && record.Rdata.Length > 18)
                .Select(record => (BinaryPrimitives.ReadUInt32BigEndian(record.Rdata.AsSpan(12)),
                    BinaryPrimitives.ReadUInt32BigEndian(record.Rdata.AsSpan(8)))),
        ];
        return spans.Count == 0
            ? null
            : spans.Select(span => span.Begin + 3600L)
                .MaxBy(time => spans.Count(span => span.Begin <= time && time <= span.End));
    }

    private static WireRecord? Read(string text)
    {
        var line = text.Replace("\"", "", StringComparison.Ordinal).Split(';')[0].Trim();
        return ZoneLine.Read(line, DomainName.Root, 3600) is { Type: RecordType.Ds or RecordType.Dnskey } record
            ? record
            : null;
    }

    private static TrustAnchor ToAnchor(WireRecord record)
    {
        var set = new RRsetBuilder(record.Owner, record.Type).Add(record.Rdata, new Ttl(record.Ttl)).Build();
        return record.Type == RecordType.Ds ? new(record.Owner, set, default) : new(record.Owner, default, set);
    }
}
