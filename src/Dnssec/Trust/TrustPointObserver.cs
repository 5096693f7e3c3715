using Dns;
using Dns.Records;
using Dnssec.Algorithms;
using Dnssec.Signatures;

namespace Dnssec.Trust;

/// <summary>Who looks at a trust point's zone, when and at whose cost; collects what changes.</summary>
public sealed class TrustPointObserver
{
    private readonly List<AnchorChange> _changes = [];

    /// <summary>An observer at a time.</summary>
    public TrustPointObserver(KeySetValidator validator, SignatureVerifier verifier, UnixTime now, WorkLimit work)
    {
        Validator = validator;
        Verifier = verifier;
        Now = now;
        Work = work;
    }

    /// <summary>What changed, in order.</summary>
    public IReadOnlyList<AnchorChange> Changes => _changes;

    /// <summary>The time of the observation.</summary>
    public UnixTime Now { get; }

    /// <summary>Validates key sets.</summary>
    internal KeySetValidator Validator { get; }

    /// <summary>Checks signatures.</summary>
    internal SignatureVerifier Verifier { get; }

    /// <summary>Who pays.</summary>
    internal WorkLimit Work { get; }

    /// <summary>True if keys of the algorithm are worth tracking.</summary>
    internal bool Counts(SecurityAlgorithm algorithm) => Verifier.Algorithms.Accepts(algorithm);

    /// <summary>Adds a change.</summary>
    internal void Note(AnchorChangeKind kind, TrackedKey key) =>
        _changes.Add(new(kind, DnskeyData.TryRead(key.Dnskey.Span, out var dnskey) ? dnskey.KeyTag : (ushort)0));
}
