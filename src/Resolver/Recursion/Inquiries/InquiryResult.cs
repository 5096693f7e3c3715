using Resolver.Answers;
using Resolver.Ports;
using Resolver.Recursion.Responses;

namespace Resolver.Recursion.Inquiries;

/// <summary>What the servers of one zone had to say to one question.</summary>
internal sealed class InquiryResult
{
    private InquiryResult()
    {
    }

    /// <summary>The response that was accepted; null if there was none.</summary>
    public ScrubbedResponse? Response { get; private init; }

    /// <summary>Who gave it.</summary>
    public ServerAddress Server { get; private init; }

    /// <summary>Why there is none.</summary>
    public FailureReason Reason { get; private init; }

    /// <summary>The same in words.</summary>
    public string Text { get; private init; } = "";

    /// <summary>A response.</summary>
    public static InquiryResult Of(ScrubbedResponse response, ServerAddress server) =>
        new() { Response = response, Server = server };

    /// <summary>A failure.</summary>
    public static InquiryResult Failed(FailureReason reason, string text) => new() { Reason = reason, Text = text };
}
