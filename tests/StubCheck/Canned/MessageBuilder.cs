using System.Buffers.Binary;
using StubCheck.Wire;

namespace StubCheck.Canned;

/// <summary>Writes a message with names compressed as servers do. Knows nothing of right and wrong.</summary>
internal sealed class MessageBuilder
{
    private const int HeaderLength = 12;
    private const int ReachOfPointers = 0x4000;

    private readonly List<byte> _octets = [.. new byte[HeaderLength]];
    private readonly List<(WireName Name, int At)> _written = [];
    private readonly int[] _counts = new int[4];

    /// <summary>Octets so far.</summary>
    public int Length => _octets.Count;

    /// <summary>Adds a question.</summary>
    public void Add(Question question)
    {
        AddName(question.Name);
        AddWord(question.Type);
        AddWord(question.Class);
        _counts[0]++;
    }

    /// <summary>Adds a record if it ends within the limit; otherwise leaves the message as it was.</summary>
    public bool TryAdd(Record record, int limit)
    {
        var (length, names) = (_octets.Count, _written.Count);
        AddName(record.Owner);
        AddWord(record.Type);
        AddWord(record.Class);
        AddWord((ushort)(record.Ttl >> 16));
        AddWord((ushort)record.Ttl);
        AddRdata(record);
        if (_octets.Count > limit)
        {
            _octets.RemoveRange(length, _octets.Count - length);
            _written.RemoveRange(names, _written.Count - names);
            return false;
        }

        _counts[1 + (int)record.Section]++;
        return true;
    }

    /// <summary>The message under a header with these words.</summary>
    public byte[] Finish(ushort id, ushort flags)
    {
        byte[] octets = [.. _octets];
        BinaryPrimitives.WriteUInt16BigEndian(octets, id);
        BinaryPrimitives.WriteUInt16BigEndian(octets.AsSpan(2), flags);
        for (var i = 0; i < _counts.Length; i++)
            BinaryPrimitives.WriteUInt16BigEndian(octets.AsSpan(4 + (2 * i)), (ushort)_counts[i]);
        return octets;
    }

    private void AddRdata(Record record)
    {
        var lengthAt = _octets.Count;
        AddWord(0);
        if (record.IsAlias)
            AddName(record.Target);
        else
            _octets.AddRange(record.Rdata);
        var length = _octets.Count - lengthAt - 2;
        (_octets[lengthAt], _octets[lengthAt + 1]) = ((byte)(length >> 8), (byte)length);
    }

    // Only the same octets are pointed at: a pointer must not change the case of a name.
    private void AddName(WireName name)
    {
        for (; name.Octets.Length > 1; name = name.Parent)
        {
            var earlier = _written.FindIndex(written => written.Name.Equals(name));
            if (earlier >= 0)
            {
                AddWord((ushort)(0xc000 | _written[earlier].At));
                return;
            }

            if (_octets.Count < ReachOfPointers)
                _written.Add((name, _octets.Count));
            _octets.Add(name.Octets[0]);
            _octets.AddRange(name.FirstLabel);
        }

        _octets.Add(0);
    }

    private void AddWord(ushort word) => _octets.AddRange([(byte)(word >> 8), (byte)word]);
}
