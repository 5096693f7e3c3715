using Dns;
using Dns.Edns;
using Dns.Wire;
using Simulation.Messages;

namespace Simulation.Rpl;

/// <summary>Makes messages out of templates: servers' answers and clients' questions.</summary>
internal sealed class ReplyBuilder(Dialect dialect)
{
    /// <summary>The answer an entry gives to a query; more than one where the entry has extra packets.</summary>
    public IEnumerable<byte[]> Build(Entry entry, ServerQuery query) =>
        entry.Templates.Select((template, index) => Build(entry, template, query, isExtra: index > 0));

    /// <summary>An answer of the player's own making.</summary>
    public static byte[] Simple(ServerQuery query, Template content, ushort flags)
    {
        var message = new WireMessage
        {
            Id = query.Message.Id,
            Flags = (ushort)(flags | (query.Message.Flags & (MessageHeader.RecursionDesiredBit | 0x7800))),
            Edns = query.Message.Edns is null ? null : Opt(1232, query.Message.IsDnssecOk, content.Code),
        };
        message.ResponseCode = (ResponseCode)content.Code;
        message.Questions.AddRange(query.Message.Questions.Take(1));
        AddSections(message, content);
        return Fit(message, query);
    }

    /// <summary>A client's question.</summary>
    public WireMessage Question(Entry entry, ushort id)
    {
        var template = entry.First;
        var message = new WireMessage { Id = id, Flags = (ushort)(template.Flags | (template.Opcode << 11)) };
        if (template.IsDnssecOk || template.EdnsData is not null || dialect == Dialect.Neutral)
        {
            message.Edns = Opt(4096, template.IsDnssecOk, template.Code);
            message.EdnsOptions = template.EdnsData ?? [];
        }
        message.ResponseCode = (ResponseCode)template.Code;
        message.Questions.AddRange(template.Questions);
        AddSections(message, template);
        return message;
    }

    private byte[] Build(Entry entry, Template template, ServerQuery query, bool isExtra)
    {
        if (entry.Raw is { } raw && !isExtra)
            return entry.Adjust.Contains("raw_id") || entry.Adjust.Contains("copy_id") ? WithId(raw, query) : raw;
        if (template.HexAnswer is { } hex)
            return WithQuestionCase(WithId(hex, query), query);
        var message = new WireMessage
        {
            Id = query.Message.Id,
            Flags = (ushort)(template.Flags | (template.Opcode << 11)),
        };
        message.ResponseCode = (ResponseCode)template.Code;
        message.Edns = OptOf(template, query);
        if (message.Edns is not null && !entry.Wanted().Contains("ednsdata"))
            message.EdnsOptions = template.EdnsData ?? [];
        if (entry.Adjust.Contains("copy_query") && !isExtra)
            message.Questions.AddRange(query.Message.Questions.Take(1));
        else
            message.Questions.AddRange(template.Questions.Select(question => Cased(question, query)));
        AddSections(message, template);
        return Fit(message, query);
    }

    private EdnsHeader? OptOf(Template template, ServerQuery query)
    {
        var wantsOpt = template.IsDnssecOk || template.Code > 15 || template.Code is not (1 or 4);
        return wantsOpt && query.Message.Edns is not null
            ? Opt((ushort)(dialect == Dialect.Neutral ? 4096 : 1232),
                query.Message.IsDnssecOk || template.IsDnssecOk, template.Code)
            : null;
    }

    private static EdnsHeader Opt(ushort payload, bool isDnssecOk, int code) =>
        new(payload, (byte)(code >> 4), 0, isDnssecOk ? EdnsHeader.DnssecOkBit : (ushort)0);

    private static WireQuestion Cased(WireQuestion question, ServerQuery query) =>
        query.Asks(question.Name, question.Type) ? query.Question! : question;

    private static void AddSections(WireMessage message, Template template)
    {
        message.Answers.AddRange(template.Answer);
        message.Authority.AddRange(template.Authority);
        message.Additional.AddRange(template.Additional);
    }

    private static byte[] Fit(WireMessage message, ServerQuery query)
    {
        var wire = message.ToWire();
        if (!query.IsUdp || wire.Length <= query.Payload)
            return wire;
        message.Answers.Clear();
        message.Authority.Clear();
        message.Additional.Clear();
        message.Flags |= MessageHeader.TruncatedBit;
        return message.ToWire();
    }

    private static byte[] WithId(byte[] message, ServerQuery query)
    {
        var copy = message.ToArray();
        if (copy.Length >= 2)
            (copy[0], copy[1]) = ((byte)(query.Message.Id >> 8), (byte)query.Message.Id);
        return copy;
    }

    /// <summary>Keeps the letter case that the resolver used, where the question is the same.</summary>
    private static byte[] WithQuestionCase(byte[] message, ServerQuery query)
    {
        if (query.Question is not { } asked || message.Length < MessageHeader.Length)
            return message;
        var length = WireName.Measure(message.AsSpan(MessageHeader.Length));
        var name = message.AsSpan(MessageHeader.Length, Math.Max(length, 0));
        if (length > 0 && WireName.Equals(name, asked.Name.Wire))
            asked.Name.Wire.CopyTo(name);
        return message;
    }
}
