namespace Resolver.Recursion.Exchanges;

/// <summary>A question on a stream, and who waits for its answer.</summary>
internal sealed class StreamQuestion(EncodedQuestion question, ExchangeWatch watch)
{
    private readonly TaskCompletionSource<ExchangeResult> _result =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The question, under the ID it has on this stream.</summary>
    public EncodedQuestion Question { get; } = question;

    /// <summary>Told about what arrives.</summary>
    public ExchangeWatch Watch { get; } = watch;

    /// <summary>How it ended.</summary>
    public Task<ExchangeResult> Result => _result.Task;

    /// <summary>Ends it; the first end counts.</summary>
    public void End(ExchangeResult result) => _result.TrySetResult(result);
}
