namespace Resolver.Validation;

/// <summary>Decides what is to be believed of a response, between scrubbing and storing.</summary>
public interface IValidator
{
    /// <summary>Looks at every part of a response. Keys are asked for through the source.</summary>
    ValueTask<Verdict> ValidateAsync(
        UnvalidatedResponse response, IKeySource keys, CancellationToken cancellationToken);
}
