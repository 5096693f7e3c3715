using Dns;
using Dns.Edns;
using Dnssec;
using Dnssec.Signatures;
using Resolver.Answers;

namespace Resolver.Validation;

/// <summary>What is known about the keys of one zone: the keys themselves, or why there are none to use.</summary>
internal sealed class ZoneTrust
{
    private ZoneTrust(SecurityStatus status, ZoneKeys? keys, ExtendedError? error)
    {
        Status = status;
        Keys = keys;
        Error = error;
    }

    /// <summary>No trust anchor at or above the zone.</summary>
    public static ZoneTrust Indeterminate { get; } = new(SecurityStatus.Indeterminate, null, null);

    /// <summary>
    /// Secure: the keys count. Insecure: the zone is unsigned. Bogus: it should be signed and is not.
    /// </summary>
    public SecurityStatus Status { get; }

    /// <summary>The keys of a secure zone.</summary>
    public ZoneKeys? Keys { get; }

    /// <summary>What a client is told about it.</summary>
    public ExtendedError? Error { get; }

    /// <summary>A zone with validated keys.</summary>
    public static ZoneTrust Secure(in RRset dnskeys) =>
        new(SecurityStatus.Secure, ZoneKeys.FromValidated(dnskeys), null);

    /// <summary>A zone that counts as unsigned.</summary>
    public static ZoneTrust Insecure(ExtendedError? error) => new(SecurityStatus.Insecure, null, error);

    /// <summary>A zone whose keys cannot be had or do not hold.</summary>
    public static ZoneTrust Bogus(ExtendedError? error) => new(
        SecurityStatus.Bogus, null, error ?? new ExtendedError(ExtendedErrorCode.DnssecBogus));

    /// <summary>The verdict on anything in the zone that needs no look at signatures.</summary>
    public PartVerdict ToVerdict() => new(Status, Error);
}
