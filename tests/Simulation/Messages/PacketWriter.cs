using Dns;

namespace Simulation.Messages;

/// <summary>
/// Writes a message, names compressed, records in the order given, RDATA as it is even if it is malformed.
/// </summary>
internal sealed class PacketWriter
{
    private readonly List<byte> _octets = [];
    private readonly Dictionary<string, int> _names = [];

    public byte[] Write(WireMessage message)
    {
        UInt16(message.Id);
        UInt16(message.Flags);
        UInt16((ushort)message.Questions.Count);
        UInt16((ushort)message.Answers.Count);
        UInt16((ushort)message.Authority.Count);
        UInt16((ushort)(message.Additional.Count + (message.Edns is null ? 0 : 1)));
        foreach (var question in message.Questions)
        {
            Name(question.Name.Wire);
            UInt16((ushort)question.Type);
            UInt16((ushort)question.Class);
        }
        foreach (var record in message.Answers.Concat(message.Authority).Concat(message.Additional))
            Record(record);
        if (message.Edns is { } edns)
            Record(new(DomainName.Root, RecordType.Opt, (RecordClass)edns.PayloadSize, edns.TtlField,
                message.EdnsOptions));
        return [.. _octets];
    }

    private void Record(WireRecord record)
    {
        Name(record.Owner.Wire);
        UInt16((ushort)record.Type);
        UInt16((ushort)record.Class);
        UInt16((ushort)(record.Ttl >> 16));
        UInt16((ushort)record.Ttl);
        UInt16(0);
        var start = _octets.Count;
        Rdata(record);
        var length = _octets.Count - start;
        _octets[start - 2] = (byte)(length >> 8);
        _octets[start - 1] = (byte)length;
    }

    private void Rdata(WireRecord record)
    {
        var (prefix, names, mayCompress) = RdataNames.Of(record.Type);
        ReadOnlySpan<byte> rest = record.Rdata;
        if (!mayCompress || rest.Length <= prefix)
            prefix = names = 0;
        _octets.AddRange(rest[..prefix]);
        rest = rest[prefix..];
        for (; names > 0; names--)
        {
            var length = WireName.Measure(rest);
            if (length < 0)
                break;
            Name(rest[..length]);
            rest = rest[length..];
        }
        _octets.AddRange(rest);
    }

    private void Name(ReadOnlySpan<byte> wire)
    {
        for (; wire[0] != 0; wire = WireName.Parent(wire))
        {
            var suffix = Convert.ToHexString(wire);
            if (_names.TryGetValue(suffix, out var target))
            {
                UInt16((ushort)(0xc000 | target));
                return;
            }
            // RFC 1035 §4.1.4: a pointer has 14 bits.
            if (_octets.Count < 0x4000)
                _names[suffix] = _octets.Count;
            _octets.AddRange(wire[..(wire[0] + 1)]);
        }
        _octets.Add(0);
    }

    private void UInt16(ushort value)
    {
        _octets.Add((byte)(value >> 8));
        _octets.Add((byte)value);
    }
}
