using Dnssec.Signatures;

namespace Dnssec.Trust;

/// <summary>What the keys of a zone are worth, seen from its DS records or a trust anchor.</summary>
public readonly record struct KeySetResult
{
    /// <summary>Secure: the keys may be used. Insecure: the zone counts as unsigned. Bogus: neither.</summary>
    public SecurityStatus Status { get; private init; }

    /// <summary>Why it is not secure.</summary>
    public ValidationReason Reason { get; private init; }

    /// <summary>The keys, if secure.</summary>
    public ZoneKeys? Keys { get; private init; }

    /// <summary>The signature that makes the key set secure, or the one that came nearest.</summary>
    public SignatureResult Signature { get; private init; }

    /// <summary>Keys that may be used.</summary>
    internal static KeySetResult Secure(ZoneKeys keys, in SignatureResult signature) =>
        new() { Status = SecurityStatus.Secure, Keys = keys, Signature = signature };

    /// <summary>No need of keys.</summary>
    internal static KeySetResult Insecure(ValidationReason reason) =>
        new() { Status = SecurityStatus.Insecure, Reason = reason };

    /// <summary>Keys that must not be used.</summary>
    internal static KeySetResult Bogus(ValidationReason reason, in SignatureResult signature = default) =>
        new() { Status = SecurityStatus.Bogus, Reason = reason, Signature = signature };
}
