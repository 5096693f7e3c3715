using System.Buffers.Binary;
using Dns;
using Dns.Edns;
using Dns.Wire;
using Resolver.Ports;
using Resolver.Recursion.Servers;

namespace Resolver.Recursion.Exchanges;

/// <summary>A question as it goes out once: with its ID, the letters it was given, and its options.</summary>
internal sealed class EncodedQuestion
{
    /// <summary>The UDP payload size we announce.</summary>
    // DNS flag day 2020: 1,232 octets pass everywhere without fragments.
    public const ushort PayloadSize = 1232;

    // A full cookie.
    private const int MaxOptions =
        EdnsOptionWriter.HeadLength + CookieOption.ClientLength + CookieOption.MaxServerLength;

    // Header, longest name, type and class, OPT.
    private const int MaxLength =
        MessageHeader.Length + WireName.MaxLength + 4 + EdnsHeader.RecordLength + MaxOptions;

    private readonly byte[] _message;

    private EncodedQuestion(Question question, byte[] message)
    {
        Question = question;
        _message = message;
    }

    /// <summary>What is asked.</summary>
    public Question Question { get; }

    /// <summary>The message.</summary>
    public ReadOnlyMemory<byte> Message => _message;

    /// <summary>Our cookie in it; empty for none. An answer that has a cookie must repeat it.</summary>
    public ReadOnlyMemory<byte> ClientCookie { get; init; }

    /// <summary>True if the server has sent cookies before, so that an answer without is not to be trusted.</summary>
    public bool ExpectsCookie { get; init; }

    /// <summary>The message ID.</summary>
    public ushort Id => BinaryPrimitives.ReadUInt16BigEndian(_message);

    /// <summary>QNAME with the letters it was sent with.</summary>
    public ReadOnlySpan<byte> SentName => _message.AsSpan(MessageHeader.Length, Question.Name.Wire.Length);

    /// <summary>Encodes a question with a fresh ID.</summary>
    public static EncodedQuestion Encode(
        Question question, EdnsUse edns, NameCase letters, CookieJar? cookies, Entropy entropy)
    {
        Span<byte> name = stackalloc byte[WireName.MaxLength];
        name = name[..question.Name.Wire.Length];
        question.Name.Wire.CopyTo(name);
        if (letters == NameCase.Random)
            RandomiseCase(name, entropy);
        Span<byte> buffer = stackalloc byte[MaxLength];
        var writer = new MessageWriter(buffer);
        Invariant.Require(writer.TryWriteQuestion(name, question.Type, RecordClass.In));
        if (edns == EdnsUse.Edns)
        {
            var flags = question.AsksForSignatures ? EdnsHeader.DnssecOkBit : (ushort)0;
            var header = new EdnsHeader(PayloadSize, 0, 0, flags);
            Span<byte> options = stackalloc byte[MaxOptions];
            options = options[..(cookies?.Write(options, entropy) ?? 0)];
            Invariant.Require(writer.TryWriteRecord(
                Section.Additional, WireName.Root, RecordType.Opt, (RecordClass)PayloadSize, header.TtlField, options));
        }
        var length = writer.Finish(entropy.NextUInt16(), FlagsOf(question));
        var hasCookie = cookies is not null && edns == EdnsUse.Edns;
        return new(question, buffer[..length].ToArray())
        {
            ClientCookie = hasCookie ? cookies!.ClientCookie(entropy) : default,
            ExpectsCookie = hasCookie && cookies!.IsSettled,
        };
    }

    /// <summary>The same message under another ID, for a stream on which the first is taken.</summary>
    public EncodedQuestion WithId(ushort id)
    {
        var message = (byte[])_message.Clone();
        BinaryPrimitives.WriteUInt16BigEndian(message, id);
        return new(Question, message) { ClientCookie = ClientCookie, ExpectsCookie = ExpectsCookie };
    }

    private static ushort FlagsOf(Question question)
    {
        var flags = question.AsksForRecursion ? MessageHeader.RecursionDesiredBit : 0;
        if (question.DisablesChecking)
            flags |= MessageHeader.CheckingDisabledBit;
        return (ushort)flags;
    }

    // draft-vixie-dnsext-dns0x20: each letter carries one bit more that an off-path forger must guess.
    private static void RandomiseCase(Span<byte> name, Entropy entropy)
    {
        Span<byte> bits = stackalloc byte[(WireName.MaxLength + 7) / 8];
        entropy.FillPublic(bits);
        for (var i = 0; i < name.Length; i++)
        {
            // Length octets are below 64 and are no letters.
            if ((uint)((name[i] | 0x20) - 'a') <= 'z' - 'a' && (bits[i >> 3] >> (i & 7) & 1) != 0)
                name[i] ^= 0x20;
        }
    }
}
