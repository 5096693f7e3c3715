namespace Dns.Wire;

/// <summary>A question inside a message.</summary>
public readonly ref struct QuestionView
{
    internal QuestionView(ParsedName name, RecordType type, RecordClass recordClass)
    {
        Name = name;
        Type = type;
        Class = recordClass;
    }

    /// <summary>QNAME.</summary>
    public ParsedName Name { get; }

    /// <summary>QTYPE.</summary>
    public RecordType Type { get; }

    /// <summary>QCLASS.</summary>
    public RecordClass Class { get; }
}
