using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Dns;
using Dns.Records;
using Simulation.Messages;
using Simulation.Zones;

namespace Simulation.Rpl.Resigning;

/// <summary>
/// Old scenarios are signed with algorithms that no resolver validates any more. Before such a scenario is played,
/// every key of one gets a new key, every signature that was good becomes a good one of the new key over the same
/// records, every one that was bad stays bad, and DS records and trust anchors follow.
/// </summary>
internal sealed class Resigner
{
    private static readonly Dictionary<byte, byte> Replacements = new() { [3] = 13, [6] = 13, [5] = 14, [7] = 14 };

    private readonly List<NewKey> _keys = [];
    private readonly Dictionary<string, byte[]> _signatures = [];

    /// <summary>Changes a scenario and its trust anchors in place.</summary>
    public static void Apply(Scenario scenario, ScenarioSettings settings)
    {
        var resigner = new Resigner();
        List<Template> templates = [.. scenario.Entries.SelectMany(entry => entry.Templates)];
        foreach (var record in templates.SelectMany(template => template.Records))
            resigner.Replace(record);
        for (var i = 0; i < settings.TrustAnchors.Count; i++)
            settings.TrustAnchors[i] = resigner.Anchor(settings.TrustAnchors[i]);
        foreach (var template in templates)
            resigner.Resign(template);
    }

    private void Replace(WireRecord record)
    {
        if (record.Type != RecordType.Dnskey || record.Rdata.Length < 5
            || !Replacements.TryGetValue(record.Rdata[3], out var algorithm)
            || (record.Rdata[3] is 3 or 6 && record.Rdata.Length - 4 <= 21))
            return;
        if (!_keys.Exists(key => key.Owner.Equals(record.Owner) && key.Old.AsSpan().SequenceEqual(record.Rdata)))
            _keys.Add(new(record.Owner, record.Rdata, algorithm));
    }

    private string Anchor(string text)
    {
        WireRecord record;
        try
        {
            record = ZoneLine.Read(text.Replace("\"", "", StringComparison.Ordinal).Split(';')[0], DomainName.Root,
                3600);
        }
        catch (FormatException)
        {
            return text;
        }
        Replace(record);
        var mapped = Map(record);
        return string.Create(CultureInfo.InvariantCulture,
            $"{record.Owner} 3600 IN {Mnemonic.Of(record.Type)} \\# {mapped.Length} {Convert.ToHexString(mapped)}");
    }

    private void Resign(Template template)
    {
        // A signature may stand in another section than its records.
        List<WireRecord> before = [.. template.Records];
        foreach (var section in template.Sections)
        {
            for (var i = 0; i < section.Count; i++)
                section[i] = section[i] with { Rdata = Map(section[i]) };
        }
        foreach (var section in template.Sections)
        {
            for (var i = 0; i < section.Count; i++)
            {
                if (section[i].Type == RecordType.Rrsig && section[i].Rdata.Length > 18
                    && Replacements.ContainsKey(section[i].Rdata[2]))
                    section[i] = section[i] with { Rdata = MapSignature(section[i], before, [.. template.Records]) };
            }
        }
    }

    private byte[] Map(WireRecord record) => record.Type switch
    {
        RecordType.Dnskey => _keys.Find(key => key.Owner.Equals(record.Owner)
            && key.Old.AsSpan().SequenceEqual(record.Rdata))?.Rdata ?? record.Rdata,
        RecordType.Ds when record.Rdata.Length > 4 && Replacements.ContainsKey(record.Rdata[2]) => MapDs(record),
        _ => record.Rdata,
    };

    private byte[] MapDs(WireRecord record)
    {
        var old = record.Rdata;
        var tag = BinaryPrimitives.ReadUInt16BigEndian(old);
        var candidates = _keys.FindAll(key => key.Owner.Equals(record.Owner) && NewKey.TagOf(key.Old) == tag
            && key.Old[3] == old[2]);
        var match = candidates.Find(key => Digest(record.Owner, key.Old, old[3]).AsSpan().SequenceEqual(old.AsSpan(4)));
        byte[] mapped = [.. old];
        if (candidates.Count > 0)
            BinaryPrimitives.WriteUInt16BigEndian(mapped, NewKey.TagOf((match ?? candidates[0]).Rdata));
        mapped[2] = Replacements[old[2]];
        return match is null ? mapped : [.. mapped.AsSpan(0, 4), .. Digest(record.Owner, match.Rdata, old[3])];
    }

    private static byte[] Digest(DomainName owner, byte[] key, byte kind)
    {
        byte[] data = [.. Fold(owner), .. key];
#pragma warning disable CA5350 // What a scenario's DS records were made with.
        return kind switch
        {
            1 => SHA1.HashData(data),
            2 => SHA256.HashData(data),
            4 => SHA384.HashData(data),
            _ => [],
        };
#pragma warning restore CA5350
    }

    private byte[] MapSignature(WireRecord record, List<WireRecord> before, List<WireRecord> after)
    {
        var old = record.Rdata;
        var algorithm = Replacements[old[2]];
        var nameLength = WireName.Measure(old.AsSpan(18));
        if (nameLength < 0)
            return old;
        var signer = DomainName.FromWire(old.AsSpan(18, nameLength));
        var tag = BinaryPrimitives.ReadUInt16BigEndian(old.AsSpan(16));
        var candidates = _keys.FindAll(key =>
            key.Owner.Equals(signer) && NewKey.TagOf(key.Old) == tag && key.Old[3] == old[2]);
        var signature = old[(18 + nameLength)..];
        var data = SignedData(old, record.Owner, signer, before);
        var good = candidates.Find(key => OldSignature.IsGood(old[2], key.Old.AsSpan(4), data, signature));
        byte[] head = [.. old.AsSpan(0, 18 + nameLength)];
        head[2] = algorithm;
        if (candidates.Count > 0)
            BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(16), NewKey.TagOf((good ?? candidates[0]).Rdata));
        if (good is not null)
            return [.. head, .. Sign(good, SignedData(head, record.Owner, signer, after))];
        byte[] bad = [.. SHA512.HashData(signature), .. SHA512.HashData(signature)];
        return [.. head, .. bad.AsSpan(0, algorithm == 13 ? 64 : 96)];
    }

    /// <summary>What is signed twice has one signature, or no answer could equal the one expected.</summary>
    private byte[] Sign(NewKey key, byte[] data)
    {
        var once = Convert.ToHexString(SHA256.HashData([.. key.Rdata, .. data]));
        if (!_signatures.TryGetValue(once, out var signature))
            _signatures[once] = signature = key.Sign(data);
        return signature;
    }

    // RFC 4034 §3.1.8.1.
    private static byte[] SignedData(byte[] rrsig, DomainName owner, DomainName signer, List<WireRecord> records)
    {
        var type = (RecordType)BinaryPrimitives.ReadUInt16BigEndian(rrsig);
        var name = Fold(owner);
        if (rrsig[3] < owner.LabelCount)
            name = [1, (byte)'*', .. WireName.Suffix(name, rrsig[3])];
        List<byte> data = [.. rrsig.AsSpan(0, 18), .. Fold(signer)];
        var set = records.Where(record => record.Type == type && record.Owner.Equals(owner))
            .Select(Canonical)
            .OrderBy(rdata => rdata, Comparer<byte[]>.Create((left, right) => left.AsSpan().SequenceCompareTo(right)))
            .DistinctBy(Convert.ToHexString);
        foreach (var rdata in set)
        {
            data.AddRange(name);
            data.AddRange([rrsig[0], rrsig[1], 0, 1, .. rrsig.AsSpan(4, 4), (byte)(rdata.Length >> 8),
                (byte)rdata.Length]);
            data.AddRange(rdata);
        }
        return [.. data];
    }

    private static byte[] Canonical(WireRecord record)
    {
        var canonical = new byte[record.Rdata.Length];
        CanonicalRdata.Write(record.Type, record.Rdata, canonical);
        return canonical;
    }

    private static byte[] Fold(DomainName name)
    {
        var folded = new byte[name.Wire.Length];
        WireName.Fold(name.Wire, folded);
        return folded;
    }
}
