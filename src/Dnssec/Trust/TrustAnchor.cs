using Dns;

namespace Dnssec.Trust;

/// <summary>
/// What is believed about the keys of one zone without proof: DS records, DNSKEY records or both. Any one of them
/// suffices. Immutable.
/// </summary>
/// <param name="Zone">The zone; mostly the root.</param>
/// <param name="Ds">DS records, or none.</param>
/// <param name="Dnskeys">DNSKEY records, or none.</param>
public sealed record TrustAnchor(DomainName Zone, RRset Ds, RRset Dnskeys)
{
    /// <summary>Records of both kinds.</summary>
    public int Count => (Ds.IsNone ? 0 : Ds.Count) + (Dnskeys.IsNone ? 0 : Dnskeys.Count);
}
