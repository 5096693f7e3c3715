namespace StubCheck.Wire;

/// <summary>A message taken apart: as far as it could be read, with what was wrong on the way.</summary>
internal sealed class Message
{
    /// <summary>The identifier.</summary>
    public required ushort Id { get; init; }

    /// <summary>The second word of the header: QR to RCODE.</summary>
    public required ushort Flags { get; init; }

    /// <summary>QDCOUNT as the header has it.</summary>
    public required int QuestionCount { get; init; }

    /// <summary>The questions that could be read.</summary>
    public List<Question> Questions { get; } = [];

    /// <summary>The records that could be read, in order.</summary>
    public List<Record> Records { get; } = [];

    /// <summary>What was wrong, once each.</summary>
    public HashSet<WireFault> Faults { get; } = [];

    /// <summary>The answer section.</summary>
    public IEnumerable<Record> Answers => In(Section.Answer);

    /// <summary>The authority section.</summary>
    public IEnumerable<Record> Authority => In(Section.Authority);

    /// <summary>The additional section.</summary>
    public IEnumerable<Record> Additional => In(Section.Additional);

    /// <summary>The response code without its extension: what clients look at.</summary>
    public int Rcode => Flags & 0xf;

    /// <summary>True if the message says that it is a response.</summary>
    public bool IsResponse => (Flags & 0x8000) != 0;

    /// <summary>True if the message says that it was cut.</summary>
    public bool IsTruncated => (Flags & 0x0200) != 0;

    private IEnumerable<Record> In(Section section) => Records.Where(record => record.Section == section);
}
