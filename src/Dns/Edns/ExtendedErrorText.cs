using System.Globalization;

namespace Dns.Edns;

/// <summary>The registered purpose of extended error codes, for logs and people.</summary>
public static class ExtendedErrorText
{
    private static readonly string[] Purposes =
    [
        "Other Error", "Unsupported DNSKEY Algorithm", "Unsupported DS Digest Type", "Stale Answer",
        "Forged Answer", "DNSSEC Indeterminate", "DNSSEC Bogus", "Signature Expired", "Signature Not Yet Valid",
        "DNSKEY Missing", "RRSIGs Missing", "No Zone Key Bit Set", "NSEC Missing", "Cached Error", "Not Ready",
        "Blocked", "Censored", "Filtered", "Prohibited", "Stale NXDOMAIN Answer", "Not Authoritative",
        "Not Supported", "No Reachable Authority", "Network Error", "Invalid Data",
        "Signature Expired before Valid", "Too Early", "Unsupported NSEC3 Iterations Value",
        "Unable to conform to policy", "Synthesized", "Invalid Query Type", "Rate Limited", "Over Quota",
        "Negative Trust Anchor",
    ];

    /// <summary>The purpose as the registry has it; "Extended error N" for a code that is not there.</summary>
    public static string Of(ExtendedErrorCode code) => (int)code < Purposes.Length
        ? Purposes[(int)code]
        : string.Create(CultureInfo.InvariantCulture, $"Extended error {(int)code}");
}
