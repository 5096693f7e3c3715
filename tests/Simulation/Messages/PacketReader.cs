using Dns;

namespace Simulation.Messages;

/// <summary>Reads a message into objects. Independent of the resolver's own reader on purpose.</summary>
internal sealed class PacketReader(byte[] octets)
{
    private int _at = 12;
    private bool _isBroken;

    public WireMessage? Read()
    {
        if (octets.Length < 12)
            return null;
        var message = new WireMessage { Id = UInt16At(0), Flags = UInt16At(2) };
        for (var left = UInt16At(4); left > 0 && !_isBroken; left--)
            message.Questions.Add(new(Name(), (RecordType)UInt16(), (RecordClass)UInt16()));
        ReadSection(message, message.Answers, UInt16At(6));
        ReadSection(message, message.Authority, UInt16At(8));
        ReadSection(message, message.Additional, UInt16At(10));
        return _isBroken || _at != octets.Length ? null : message;
    }

    private void ReadSection(WireMessage message, List<WireRecord> section, int count)
    {
        for (; count > 0 && !_isBroken; count--)
        {
            var owner = Name();
            var type = (RecordType)UInt16();
            var recordClass = UInt16();
            var ttl = ((uint)UInt16() << 16) | UInt16();
            int end = UInt16();
            end += _at;
            if (_isBroken || end > octets.Length)
            {
                _isBroken = true;
                return;
            }
            var rdata = Rdata(type, end);
            if (type == RecordType.Opt)
            {
                message.Edns = new(recordClass, (byte)(ttl >> 24), (byte)(ttl >> 16), (ushort)ttl);
                message.EdnsOptions = rdata;
            }
            else
                section.Add(new(owner, type, (RecordClass)recordClass, ttl, rdata));
        }
    }

    private byte[] Rdata(RecordType type, int end)
    {
        var (prefix, names, _) = RdataNames.Of(type);
        var start = _at;
        if (names > 0 && end - _at > prefix)
        {
            List<byte> expanded = [.. octets.AsSpan(_at, prefix)];
            _at += prefix;
            for (; names > 0 && !_isBroken; names--)
                expanded.AddRange(Name().Wire);
            if (!_isBroken && _at <= end)
            {
                expanded.AddRange(octets.AsSpan(_at, end - _at));
                _at = end;
                return [.. expanded];
            }
            _isBroken = false;
        }
        _at = end;
        return octets[start..end];
    }

    private DomainName Name()
    {
        List<byte> wire = [];
        var position = _at;
        var limit = octets.Length;
        var end = -1;
        while (position < octets.Length)
        {
            int length = octets[position];
            if (length >= 0xc0 && position + 1 < octets.Length)
            {
                end = end < 0 ? position + 2 : end;
                var target = ((length & 0x3f) << 8) | octets[position + 1];
                if (target >= limit)
                    break;
                limit = position = target;
                continue;
            }
            if (length > 63 || position + length >= octets.Length)
                break;
            wire.AddRange(octets.AsSpan(position, length + 1));
            position += length + 1;
            if (length == 0 && DomainName.TryFromWire(wire.ToArray(), out var name))
            {
                _at = end < 0 ? position : end;
                return name;
            }
            if (length == 0)
                break;
        }
        _isBroken = true;
        return DomainName.Root;
    }

    private ushort UInt16()
    {
        _at += 2;
        return UInt16At(_at - 2);
    }

    private ushort UInt16At(int position)
    {
        if (position + 2 <= octets.Length)
            return (ushort)((octets[position] << 8) | octets[position + 1]);
        _isBroken = true;
        return 0;
    }
}
