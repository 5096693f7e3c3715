using Dns;
using Dns.Edns;
using Dns.Wire;

namespace Resolver.Recursion.Exchanges;

/// <summary>Decides whether a message answers a question. Pure.</summary>
internal static class ReplyMatcher
{
    /// <summary>Compares a message that came from the server with the question sent to it.</summary>
    public static ReplyMatch Match(ReadOnlySpan<byte> message, EncodedQuestion sent)
    {
        if (!MessageReader.TryStart(message, out var reader))
            return ReplyMatch.Noise;
        var header = reader.Header;
        if (header.Id != sent.Id)
            return ReplyMatch.WrongId;
        if (!header.IsResponse || header.Opcode != Opcode.Query || header.QuestionCount > 1)
            return ReplyMatch.Noise;
        // Servers that cannot read a question often do not repeat it. Such an answer can only be an error.
        if (header.QuestionCount == 0)
            return IsBareError(header) ? ReplyMatch.Answers : ReplyMatch.Noise;
        if (!reader.TryReadQuestion(out var question)
            || question.Type != sent.Question.Type
            || question.Class != RecordClass.In
            || !question.Name.Equals(sent.SentName))
            return ReplyMatch.Noise;
        var letters = HasSameOctets(question.Name, sent.SentName) ? ReplyMatch.Answers : ReplyMatch.WrongCase;
        // What is cut anywhere need not be whole: it will be asked for again over a stream.
        if (header.IsTruncated)
            return letters;
        if (!TryReadToEnd(reader, out var options))
            return ReplyMatch.Noise;
        var cookie = sent.ClientCookie.IsEmpty ? ReplyMatch.Answers : MatchCookie(options, sent);
        return cookie == ReplyMatch.Answers ? letters : cookie;
    }

    /// <summary>
    /// Writes the name's own letters over the question of a response, so that names compressed against it come out
    /// in the case the client knows.
    /// </summary>
    public static void RestoreCase(Span<byte> message, Question question)
    {
        // A name written out takes as many octets as it has; one made of pointers is left alone.
        if (MessageReader.TryStart(message, out var reader) && reader.TryReadQuestion(out var view)
            && reader.Position == MessageHeader.Length + view.Name.Length + 4)
            question.Name.Wire.CopyTo(message[MessageHeader.Length..]);
    }

    private static bool IsBareError(in MessageHeader header) =>
        header.ResponseCode is ResponseCode.FormErr or ResponseCode.ServFail or ResponseCode.NotImp
            or ResponseCode.Refused
        && header.AnswerCount + header.AuthorityCount == 0;

    private static bool HasSameOctets(ParsedName name, ReadOnlySpan<byte> sent)
    {
        Span<byte> wire = stackalloc byte[WireName.MaxLength];
        return wire[..name.CopyTo(wire)].SequenceEqual(sent);
    }

    private static bool TryReadToEnd(MessageReader reader, out ReadOnlySpan<byte> options)
    {
        options = default;
        var opts = 0;
        while (reader.TryReadRecord(out var record))
        {
            if (record.Type != RecordType.Opt)
                continue;
            // RFC 6891 §6.1.1: more than one OPT is a format error.
            if (++opts > 1)
                return false;
            options = record.Rdata;
        }
        return reader.Error == WireError.None;
    }

    // RFC 7873 §5.3: an answer with another client cookie than ours is discarded; one without any, from a server
    // known to send them, is not believed.
    private static ReplyMatch MatchCookie(ReadOnlySpan<byte> optRdata, EncodedQuestion sent)
    {
        if (!EdnsOptions.TryParse(optRdata, out var options)
            || !options.TryFind(EdnsOptionCode.Cookie, out var content))
            return sent.ExpectsCookie ? ReplyMatch.NoCookie : ReplyMatch.Answers;
        return CookieOption.TryParse(content, out var cookie) && cookie.Client.SequenceEqual(sent.ClientCookie.Span)
            ? ReplyMatch.Answers
            : ReplyMatch.Noise;
    }
}
