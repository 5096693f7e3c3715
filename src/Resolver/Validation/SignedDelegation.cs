using Dns;
using Resolver.Answers;

namespace Resolver.Validation;

/// <summary>What a parent says about the security of a name below it.</summary>
/// <param name="Kind">Whether the name is a cut, and to what.</param>
/// <param name="Ds">The DS set of a signed zone.</param>
/// <param name="Error">What a client is told about it.</param>
internal readonly record struct SignedDelegation(DelegationKind Kind, RRset Ds, ExtendedError? Error)
{
    /// <summary>The name is no zone cut.</summary>
    public static SignedDelegation None => new(DelegationKind.None, default, null);

    /// <summary>A cut to a signed zone.</summary>
    public static SignedDelegation Signed(RRset ds) => new(DelegationKind.Signed, ds, null);

    /// <summary>A cut to an unsigned zone, or one that counts as such.</summary>
    public static SignedDelegation Unsigned(ExtendedError? error) => new(DelegationKind.Unsigned, default, error);

    /// <summary>Nothing could be found out.</summary>
    public static SignedDelegation Failed(ExtendedError? error) => new(DelegationKind.Unknown, default, error);

    /// <summary>The trust in the name as a zone; a name that is no cut is no zone, and cannot sign.</summary>
    public ZoneTrust ToTrust(DomainName zone) => Kind == DelegationKind.Unsigned
        ? ZoneTrust.Insecure(Error)
        : ZoneTrust.Bogus(Error ?? Reasons.For(Dnssec.ValidationReason.SignerMismatch, zone));
}
