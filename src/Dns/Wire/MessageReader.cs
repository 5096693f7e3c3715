using System.Buffers.Binary;

namespace Dns.Wire;

/// <summary>
/// Reads a message from front to back: questions, then records, each once. Nothing is allocated, nothing is
/// trusted; the first fault ends the reading and stays in <see cref="Error"/>.
/// </summary>
public ref struct MessageReader
{
    private readonly ReadOnlySpan<byte> _message;
    private int _questionsLeft;
    private int _answersLeft;
    private int _authorityLeft;
    private int _additionalLeft;

    private MessageReader(ReadOnlySpan<byte> message, MessageHeader header)
    {
        _message = message;
        Header = header;
        Position = MessageHeader.Length;
        _questionsLeft = header.QuestionCount;
        _answersLeft = header.AnswerCount;
        _authorityLeft = header.AuthorityCount;
        _additionalLeft = header.AdditionalCount;
    }

    /// <summary>The header.</summary>
    public MessageHeader Header { get; }

    /// <summary>Where the next octet to be read stands.</summary>
    public int Position { get; private set; }

    /// <summary>What was wrong, once a read has failed; None while all is well.</summary>
    public WireError Error { get; private set; }

    /// <summary>True once everything the header promised has been read and nothing stands behind it.</summary>
    public readonly bool IsAtEnd => RecordsLeft + _questionsLeft == 0 && Position == _message.Length;

    private readonly int RecordsLeft => _answersLeft + _authorityLeft + _additionalLeft;

    /// <summary>Begins to read a message; false if it has no whole header.</summary>
    [HotPath]
    public static bool TryStart(ReadOnlySpan<byte> message, out MessageReader reader)
    {
        var isWhole = MessageHeader.TryRead(message, out var header);
        reader = new(message, header);
        if (!isWhole)
            reader.Error = WireError.HeaderCut;
        return isWhole;
    }

    /// <summary>Reads the next question; false at their end or at a fault.</summary>
    [HotPath]
    public bool TryReadQuestion(out QuestionView question)
    {
        question = default;
        if (_questionsLeft == 0 || Error != WireError.None)
            return false;
        Error = ParsedName.TryParse(_message, Position, out var name, out var end);
        if (Error != WireError.None)
            return false;
        if (end + 4 > _message.Length)
            return Fail(WireError.QuestionCut);
        question = new(
            name,
            (RecordType)BinaryPrimitives.ReadUInt16BigEndian(_message[end..]),
            (RecordClass)BinaryPrimitives.ReadUInt16BigEndian(_message[(end + 2)..]));
        Position = end + 4;
        _questionsLeft--;
        return true;
    }

    /// <summary>Reads past the questions that are left; false at a fault.</summary>
    [HotPath]
    public bool TrySkipQuestions()
    {
        while (TryReadQuestion(out _))
        {
        }
        return Error == WireError.None;
    }

    /// <summary>Reads the next record of any section; false at their end or at a fault.</summary>
    [HotPath]
    public bool TryReadRecord(out RecordView record)
    {
        record = default;
        if (!TrySkipQuestions() || RecordsLeft == 0)
            return false;
        Error = ParsedName.TryParse(_message, Position, out var owner, out var end);
        if (Error != WireError.None)
            return false;
        if (end + 10 > _message.Length)
            return Fail(WireError.RecordCut);
        var rdataLength = BinaryPrimitives.ReadUInt16BigEndian(_message[(end + 8)..]);
        if (end + 10 + rdataLength > _message.Length)
            return Fail(WireError.RdataCut);
        record = new(_message, owner, end, TakeSection());
        Position = end + 10 + rdataLength;
        return true;
    }

    private Section TakeSection()
    {
        if (_answersLeft > 0)
        {
            _answersLeft--;
            return Section.Answer;
        }
        if (_authorityLeft > 0)
        {
            _authorityLeft--;
            return Section.Authority;
        }
        _additionalLeft--;
        return Section.Additional;
    }

    private bool Fail(WireError error)
    {
        Error = error;
        return false;
    }
}
