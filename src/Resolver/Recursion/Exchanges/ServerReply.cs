using Dns.Wire;
using Resolver.Ports;

namespace Resolver.Recursion.Exchanges;

/// <summary>What a server answered: a message that matches the question and can be read to its end.</summary>
internal sealed class ServerReply
{
    /// <summary>Takes the octets of an answer.</summary>
    public ServerReply(Question question, byte[] message, ServerAddress server, Transport transport)
    {
        Question = question;
        Message = message;
        Server = server;
        Transport = transport;
        MessageHeader.TryRead(message, out var header);
        Header = header;
    }

    /// <summary>What was asked.</summary>
    public Question Question { get; }

    /// <summary>The message.</summary>
    public byte[] Message { get; }

    /// <summary>Its header.</summary>
    public MessageHeader Header { get; }

    /// <summary>Who answered.</summary>
    public ServerAddress Server { get; }

    /// <summary>How the answer came.</summary>
    public Transport Transport { get; }
}
