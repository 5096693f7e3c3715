using Dns;
using Dnssec.Signatures;

namespace Resolver.Validation;

/// <summary>How long several signed sets may be kept together: as long as the first of them.</summary>
/// <param name="Lifetime">The shortest lifetime; null before the first.</param>
/// <param name="End">The earliest end of a signature; null before the first.</param>
internal readonly record struct SignatureBounds(Ttl? Lifetime, UnixTime? End)
{
    /// <summary>These bounds and those of one more signature.</summary>
    public SignatureBounds And(in SignatureResult signature) => new(
        Lifetime is { } lifetime ? Ttl.Min(lifetime, signature.Ttl) : signature.Ttl,
        End is { } end && !end.IsAfter(signature.Expiration) ? end : signature.Expiration);
}
