using Dns;
using Dns.Records;

namespace Resolver.Validation;

/// <summary>Who claims to have signed.</summary>
internal static class SignatureNames
{
    /// <summary>The deepest zone at or above the owner that a signature of the set names; null without any.</summary>
    public static DomainName? FindSigner(in RRset set)
    {
        DomainName? deepest = null;
        foreach (var rdata in set.Signatures)
        {
            if (!RrsigData.TryRead(rdata, out var signature) || !WireName.IsAtOrBelow(set.Owner, signature.SignerName))
                continue;
            // RFC 4035 §5.2: a DS set is signed by the parent, never by the name it is about.
            if (set.Type == RecordType.Ds && WireName.Equals(set.Owner, signature.SignerName))
                continue;
            if (deepest is null || signature.SignerName.Length > deepest.Wire.Length)
                deepest = DomainName.FromWire(signature.SignerName);
        }
        return deepest;
    }

    /// <summary>The signer of the first of the sets that has one; null without any.</summary>
    public static DomainName? FindSigner(IReadOnlyList<RRset> sets)
    {
        foreach (var set in sets)
        {
            if (FindSigner(set) is { } signer)
                return signer;
        }
        return null;
    }
}
