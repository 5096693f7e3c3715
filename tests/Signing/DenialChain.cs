using Dns;
using Dnssec.Denial;

namespace Signing;

/// <summary>Makes the NSEC or NSEC3 records of a zone.</summary>
internal static class DenialChain
{
    public static IEnumerable<ZoneRecord> Make(ZoneNodes nodes, DenialStyle style) => style switch
    {
        DenialStyle.Nsec3 nsec3 => MakeNsec3(nodes, nsec3),
        _ => MakeNsec(nodes),
    };

    private static List<ZoneRecord> MakeNsec(ZoneNodes nodes)
    {
        var names = nodes.OwnNames.ToList();
        return [.. names.Select((name, i) => new ZoneRecord(
            name, RecordType.Nsec, new Ttl(300),
            Rdata.Nsec(names[(i + 1) % names.Count], [.. nodes.ListTypes(name), RecordType.Nsec, RecordType.Rrsig])))];
    }

    private static List<ZoneRecord> MakeNsec3(ZoneNodes nodes, DenialStyle.Nsec3 style)
    {
        var salt = Convert.FromHexString(style.Salt);
        nodes.Add(new(nodes.Apex, RecordType.Nsec3param, new Ttl(0),
            [1, 0, (byte)(style.Iterations >> 8), (byte)style.Iterations, (byte)salt.Length, .. salt]));
        var hashes = ListNames(nodes, style)
            .Select(name => (Hash: Nsec3Hash.Compute(name.Wire, style.Iterations, salt), Name: name))
            .OrderBy(pair => pair.Hash).ToList();
        var flags = (byte)(style.Span == Nsec3Span.OptOut ? 1 : 0);
        return [.. hashes.Select((pair, i) => new ZoneRecord(
            OwnerOf(pair.Hash, nodes.Apex), RecordType.Nsec3, new Ttl(300),
            [
                1, flags, (byte)(style.Iterations >> 8), (byte)style.Iterations, (byte)salt.Length, .. salt,
                Nsec3Digest.Length, .. Octets(hashes[(i + 1) % hashes.Count].Hash),
                .. Rdata.TypeBitmap(ListTypes(nodes, pair.Name)),
            ]))];
    }

    // RFC 5155 §7.1: every own name, empty non-terminals too; unsigned delegations may be left out with opt-out.
    private static HashSet<DomainName> ListNames(ZoneNodes nodes, DenialStyle.Nsec3 style)
    {
        var names = new HashSet<DomainName>();
        foreach (var name in nodes.OwnNames)
        {
            var isUnsigned = nodes.IsDelegation(name) && !nodes.Has(name, RecordType.Ds);
            if (isUnsigned && style.Span == Nsec3Span.OptOut)
                continue;
            for (var above = name; above.IsAtOrBelow(nodes.Apex) && names.Add(above) && !above.IsRoot;)
                above = above.Parent;
        }
        return names;
    }

    private static IEnumerable<RecordType> ListTypes(ZoneNodes nodes, DomainName name)
    {
        var types = nodes.ListTypes(name).ToList();
        var isUnsigned = types.Count == 0 || (nodes.IsDelegation(name) && !types.Contains(RecordType.Ds));
        return isUnsigned ? types : types.Append(RecordType.Rrsig);
    }

    private static DomainName OwnerOf(Nsec3Digest hash, DomainName apex)
    {
        var label = new byte[Nsec3Digest.LabelLength];
        hash.WriteLabel(label);
        return apex.TryPrepend(label, out var owner) ? owner : throw new ArgumentException("apex too long");
    }

    private static byte[] Octets(Nsec3Digest hash)
    {
        var octets = new byte[Nsec3Digest.Length];
        hash.WriteOctets(octets);
        return octets;
    }
}
