using Dnssec;

namespace Resolver.Validation;

/// <summary>Believes everything and vouches for nothing: validation switched off.</summary>
public sealed class NoValidation : IValidator
{
    private NoValidation()
    {
    }

    /// <summary>The one instance.</summary>
    public static NoValidation Instance { get; } = new();

    /// <inheritdoc/>
    public ValueTask<Verdict> ValidateAsync(
        UnvalidatedResponse response, IKeySource keys, CancellationToken cancellationToken)
    {
        var unknown = new PartVerdict(SecurityStatus.Indeterminate);
        var links = new PartVerdict[response.Links.Count];
        Array.Fill(links, unknown);
        return new(new Verdict(links, unknown with { Proofs = Dns.RRsetSequence.Of(response.Proofs) }));
    }
}
