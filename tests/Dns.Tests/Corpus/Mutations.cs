using Dns.Tests.Generators;
using Dns.Wire;
using Xunit;

namespace Dns.Tests.Corpus;

/// <summary>What must hold for any octets at all.</summary>
internal static class Mutations
{
    /// <summary>
    /// Demands that the octets are taken or refused for a reason; and if they are taken, that writing what was read
    /// and reading it again gives the same records.
    /// </summary>
    public static WireError Survives(byte[] octets)
    {
        var fault = MessageCheck.FirstFault(octets);
        if (fault != WireError.None || !MessageHeader.TryRead(octets, out var header))
            return fault;
        // Updates have records without RDATA, which no other message may have.
        if (header.QuestionCount == 1 && header.Opcode != Opcode.Update)
        {
            var decoded = Decode(octets);
            // Without the pointers it had a message may be too long for its length field.
            if (decoded.TryEncode(out var again))
                Assert.Equal(decoded.Records, Decode(again).Records);
        }
        return fault;
    }

    private static MessageModel Decode(byte[] message) => MessageModel.Decode(message, NameCompression.Allowed);
}
