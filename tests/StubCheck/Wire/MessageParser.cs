using System.Buffers.Binary;

namespace StubCheck.Wire;

/// <summary>
/// Takes a message apart without forgiving anything and without giving up: what is wrong is noted, and reading goes on
/// as long as the octets make sense, for clients differ in what they mind. It shares no code with the resolver.
/// </summary>
internal sealed class MessageParser
{
    private const int HeaderLength = 12;

    // RFC 1035 §3.1: a name has at most 127 labels, so more pointers than that lead in a circle.
    private const int MaxPointers = 127;

    private readonly byte[] _octets;
    private readonly Message _message;
    private readonly HashSet<int> _labelStarts = [];
    private int _at = HeaderLength;

    private MessageParser(byte[] octets)
    {
        _octets = octets;
        _message = new Message { Id = Word(0), Flags = Word(2), QuestionCount = Word(4) };
    }

    /// <summary>Takes a message apart; null if not even the header is whole.</summary>
    public static Message? Parse(byte[] octets)
    {
        if (octets.Length < HeaderLength)
            return null;
        var parser = new MessageParser(octets);
        parser.ReadAll();
        return parser._message;
    }

    private void ReadAll()
    {
        var isWhole = ReadQuestions(_message.QuestionCount)
            && ReadRecords(Section.Answer, Word(6))
            && ReadRecords(Section.Authority, Word(8))
            && ReadRecords(Section.Additional, Word(10));

        if (!isWhole)
            _message.Faults.Add(WireFault.Cut);
        else if (_at < _octets.Length)
            _message.Faults.Add(WireFault.TrailingOctets);
    }

    private bool ReadQuestions(int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (ReadName(isTarget: true, mayPoint: true) is not { } name || _at + 4 > _octets.Length)
                return false;
            _message.Questions.Add(new Question(name, Word(_at), Word(_at + 2)));
            _at += 4;
        }

        return true;
    }

    private bool ReadRecords(Section section, int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (ReadName(isTarget: true, mayPoint: true) is not { } owner || _at + 10 > _octets.Length)
                return false;
            var (type, recordClass, length) = (Word(_at), Word(_at + 2), Word(_at + 8));
            var ttl = BinaryPrimitives.ReadUInt32BigEndian(_octets.AsSpan(_at + 4));
            _at += 10;
            if (_at + length > _octets.Length)
                return false;
            var end = _at + length;
            var rdata = _octets[_at..end];
            var names = ReadRdataNames(type, end);
            _at = end;
            _message.Records.Add(new Record(section, owner, type, recordClass, ttl, rdata) { Names = names });
        }

        return true;
    }

    private List<WireName> ReadRdataNames(ushort type, int end)
    {
        var (start, count) = RecordTypes.Names(type);
        var names = new List<WireName>();
        _at += start;
        for (var i = 0; i < count && _at < end; i++)
        {
            var mayPoint = RecordTypes.MayCompress(type);
            if (ReadName(isTarget: mayPoint, mayPoint) is not { } name || _at > end)
            {
                _message.Faults.Add(WireFault.BadName);
                break;
            }

            names.Add(name);
        }

        return names;
    }

    // Leaves the cursor behind the name. Labels of a target may be pointed at later.
    private WireName? ReadName(bool isTarget, bool mayPoint)
    {
        var octets = new List<byte>();
        var own = new List<int>();
        var (at, pointers) = (_at, 0);
        while (at < _octets.Length)
        {
            int length = _octets[at];
            if (length >= 0xc0)
            {
                if (at + 2 > _octets.Length || ++pointers > MaxPointers)
                    return null;
                if (pointers == 1)
                    _at = at + 2;
                at = Follow(at, own, mayPoint);
                continue;
            }

            if (length > 63 || at + length + 1 > _octets.Length || octets.Count + length + 1 > WireName.MaxLength)
                return null;
            if (pointers == 0 && length > 0)
                own.Add(at);
            octets.AddRange(_octets.AsSpan(at, length + 1));
            at += length + 1;
            if (length == 0)
                return Finish(octets, at, pointers, isTarget ? own : []);
        }

        return null;
    }

    private WireName Finish(List<byte> octets, int at, int pointers, List<int> labels)
    {
        if (pointers == 0)
            _at = at;
        _labelStarts.UnionWith(labels);
        return new WireName([.. octets]);
    }

    // RFC 1035 §4.1.4: a pointer leads to a prior occurrence of a name.
    private int Follow(int at, List<int> own, bool mayPoint)
    {
        var target = Word(at) & 0x3fff;
        if (!mayPoint)
            _message.Faults.Add(WireFault.PointerInNewType);
        if (target >= at || own.Contains(target))
            _message.Faults.Add(WireFault.PointerForward);
        else if (!_labelStarts.Contains(target) && !IsPointer(target))
            _message.Faults.Add(WireFault.PointerAstray);
        return target;
    }

    // A pointer to a pointer is legal, and every client reads it.
    private bool IsPointer(int at) => at >= HeaderLength && _octets[at] >= 0xc0;

    private ushort Word(int at) => BinaryPrimitives.ReadUInt16BigEndian(_octets.AsSpan(at));
}
