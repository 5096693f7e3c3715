using Dns;
using Dns.Edns;
using Dns.Wire;

namespace Resolver.Tests.Queries;

/// <summary>Makes the packets that clients send, well-formed unless told otherwise.</summary>
public sealed class PacketBuilder
{
    private readonly byte[] _buffer = new byte[4096];
    private readonly string _name;
    private readonly RecordType _type;

    public PacketBuilder(string name, RecordType type)
    {
        _name = name;
        _type = type;
    }

    public ushort Id { get; init; } = 0x1234;

    public ushort Flags { get; init; } = MessageHeader.RecursionDesiredBit;

    public RecordClass Class { get; init; } = RecordClass.In;

    public int? Edns { get; init; }

    public ushort EdnsFlags { get; init; }

    public byte EdnsVersion { get; init; }

    public byte[] Options { get; init; } = [];

    public int OptCount { get; init; } = 1;

    public byte[] Build()
    {
        var writer = new MessageWriter(_buffer);
        writer.TryWriteQuestion(DomainName.Parse(_name).Wire, _type, Class);
        if (Edns is { } size)
        {
            var header = new EdnsHeader((ushort)size, 0, EdnsVersion, EdnsFlags);
            for (var i = 0; i < OptCount; i++)
            {
                writer.TryWriteRecord(
                    Section.Additional, WireName.Root, RecordType.Opt, (RecordClass)header.PayloadSize,
                    header.TtlField, Options);
            }
        }
        return _buffer[..writer.Finish(Id, Flags)];
    }
}
