using System.Collections.Immutable;
using Dns;
using Dns.Edns;
using Dns.Text;
using Resolver.Ports;

namespace Resolverd.Demo.Telling;

/// <summary>A question worth asking the demo, and what it shows.</summary>
/// <param name="Name">QNAME, as a person would type it.</param>
/// <param name="Type">QTYPE.</param>
/// <param name="Shows">What there is to see.</param>
internal sealed record DemoQuestion(string Name, RecordType Type, string Shows)
{
    /// <summary>What is added to the dig line.</summary>
    public string Options { get; init; } = "";

    /// <summary>The response code to expect.</summary>
    public ResponseCode Code { get; init; } = ResponseCode.NoError;

    /// <summary>The answer to expect, in the form of <see cref="ResponseSummary.Answer"/>.</summary>
    public ImmutableArray<string> Answer { get; init; } = [];

    /// <summary>The extended error to expect.</summary>
    public ExtendedErrorCode? Error { get; init; }

    /// <summary>Whether the answer is too large for a datagram.</summary>
    public bool IsLarge { get; init; }

    /// <summary>The line to type.</summary>
    public string CommandLine(ServerAddress resolver) =>
        $"dig @{resolver.Host} -p {resolver.Port} {Name} {RecordTypeText.Write(Type)}{Options}";

    /// <summary>The response code and the extended error to expect, in words.</summary>
    public string Status => ResponseCodeText.Write(Code)
        + (Error is { } error ? $", EDE {(int)error} ({ExtendedErrorText.Of(error)})" : "");
}
