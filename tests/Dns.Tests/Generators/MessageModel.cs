using Dns.Wire;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Dns.Tests.Generators;

/// <summary>A message as the plain values it is made of.</summary>
internal sealed record MessageModel(
    ushort Id, ushort Flags, NameCompression Compression, string QuestionName, RecordType QuestionType,
    IReadOnlyList<RecordModel> Records)
{
    /// <summary>All types that have a number of their own and may stand in any section, and one that has not.</summary>
    public static readonly RecordType[] Types =
    [
        .. Enum.GetValues<RecordType>().Except([RecordType.Opt, RecordType.Tsig]), (RecordType)65280,
    ];

    public static readonly Gen<RecordModel> Record =
        from type in Gen.Elements(Types)
        from section in Gen.Elements(Enum.GetValues<Section>())
        from owner in NameGen.Mixed
        from ttl in Gen.Choose(0, int.MaxValue)
        from rdata in RdataGen.Of(type)
        select RecordModel.Of(section, owner, type, (uint)ttl, rdata);

    public static readonly Gen<MessageModel> Any =
        from id in Gen.Choose(0, ushort.MaxValue)
        from flags in Gen.Choose(0, ushort.MaxValue)
        from compression in Gen.Elements(Enum.GetValues<NameCompression>())
        from name in NameGen.Mixed
        from type in Gen.Elements(Types)
        from records in Gen.Choose(0, 20).SelectMany(count => Record.ArrayOf(count))
        select new MessageModel((ushort)id, (ushort)flags, compression, Convert.ToHexString(name), type,
            [.. records.OrderBy(record => record.Section)]);

    /// <summary>The message in wire form; it must fit.</summary>
    public byte[] Encode()
    {
        Assert.True(TryEncode(out var message));
        return message;
    }

    /// <summary>The message in wire form; false if it does not fit.</summary>
    public bool TryEncode(out byte[] message)
    {
        var buffer = new byte[ushort.MaxValue];
        var writer = new MessageWriter(buffer, Compression);
        var fits = writer.TryWriteQuestion(Convert.FromHexString(QuestionName), QuestionType, RecordClass.In);
        foreach (var record in Records)
            fits = fits && record.TryWrite(ref writer);
        message = buffer[..writer.Finish(Id, Flags)];
        return fits;
    }

    /// <summary>Reads wire form back.</summary>
    public static MessageModel Decode(byte[] message, NameCompression compression)
    {
        Assert.True(MessageReader.TryStart(message, out var reader));
        Assert.True(reader.TryReadQuestion(out var question));
        var records = new List<RecordModel>();
        while (reader.TryReadRecord(out var record))
            records.Add(RecordModel.Of(record));
        Assert.Equal(WireError.None, reader.Error);
        Assert.True(reader.IsAtEnd);
        return new(reader.Header.Id, reader.Header.Flags, compression,
            Convert.ToHexString(question.Name.ToDomainName().Wire), question.Type, [.. records]);
    }
}
