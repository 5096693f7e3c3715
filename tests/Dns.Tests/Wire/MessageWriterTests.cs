using Dns.Tests.Generators;
using Dns.Wire;
using FsCheck.Fluent;
using Xunit;

namespace Dns.Tests.Wire;

public sealed class MessageWriterTests
{
    private static readonly byte[] Owner = DomainName.Parse("www.example.com.").Wire.ToArray();

    [Fact]
    public void What_was_rolled_back_leaves_no_trace() => Law.Holds(
        MessageModel.Any, MessageModel.Record.ArrayOf(), (message, discarded) =>
        {
            var buffer = new byte[ushort.MaxValue];
            var writer = new MessageWriter(buffer, message.Compression);
            Assert.True(writer.TryWriteQuestion(
                Convert.FromHexString(message.QuestionName), message.QuestionType, RecordClass.In));
            foreach (var record in message.Records)
            {
                var mark = writer.SetMark();
                foreach (var other in discarded)
                    other.TryWrite(ref writer);
                Assert.True(writer.TryWriteQuestion(Owner, RecordType.A, RecordClass.In));
                Assert.False(writer.RollBack(mark));
                Assert.True(record.TryWrite(ref writer));
            }

            Assert.Equal(message.Encode(), buffer[..writer.Finish(message.Id, message.Flags)]);
        });

    [Fact]
    public void A_record_that_does_not_fit_leaves_no_trace() => Law.Holds(
        MessageModel.Any, Gen.Choose(0, ushort.MaxValue), (message, random) =>
        {
            var whole = message.Encode();
            var buffer = new byte[MessageHeader.Length + random % (whole.Length - MessageHeader.Length + 1)];
            var writer = new MessageWriter(buffer, message.Compression);
            var written = new List<RecordModel>();
            var hasQuestion = writer.TryWriteQuestion(
                Convert.FromHexString(message.QuestionName), message.QuestionType, RecordClass.In);
            foreach (var record in hasQuestion ? message.Records : [])
            {
                if (record.TryWrite(ref writer))
                    written.Add(record);
            }
            var length = writer.Finish(message.Id, message.Flags);

            Assert.InRange(length, MessageHeader.Length, buffer.Length);
            Assert.Equal(WireError.None, MessageCheck.FirstFault(buffer.AsSpan(0, length)));
            if (hasQuestion)
                Assert.Equal(written, MessageModel.Decode(buffer[..length], message.Compression).Records);
        });

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void A_message_may_fill_its_buffer_and_not_more(int tooShort, bool fits)
    {
        var needed = MessageHeader.Length + Owner.Length + 10 + 4;
        var writer = new MessageWriter(new byte[needed - tooShort]);

        Assert.Equal(fits, TryWriteAddress(ref writer, Owner));
        Assert.Equal(fits ? needed : MessageHeader.Length, writer.Position);
    }

    [Theory]
    [InlineData(16, true)]
    [InlineData(17, false)]
    public void Reserved_octets_are_kept_free(int reserved, bool fits)
    {
        var buffer = new byte[MessageHeader.Length + Owner.Length + 10 + 4 + 16];
        var writer = new MessageWriter(buffer) { Reserved = reserved };

        Assert.Equal(fits, TryWriteAddress(ref writer, Owner));
    }

    [Theory]
    [InlineData(12, true)]
    [InlineData(11, false)]
    public void A_buffer_has_room_for_a_header(int length, bool isEnough) =>
        Assert.Equal(isEnough, Record.Exception(() => _ = new MessageWriter(new byte[length]).Position) is null);

    [Theory, Rfc(1035, "4.1.4")]
    [InlineData(0x3fff, 2)]
    [InlineData(0x4000, 17)]
    public void A_name_is_pointed_to_where_a_pointer_can_reach(int offset, int ownerLength)
    {
        var writer = new MessageWriter(new byte[0x5000]);
        WriteFiller(ref writer, offset);
        Assert.True(TryWriteAddress(ref writer, Owner));
        var before = writer.Position;

        Assert.True(TryWriteAddress(ref writer, Owner));

        Assert.Equal(ownerLength + 14, writer.Position - before);
    }

    [Theory]
    [InlineData(64, 2)]
    [InlineData(65, 3)]
    public void The_first_64_suffixes_are_pointed_to(int suffix, int ownerLength)
    {
        var writer = new MessageWriter(new byte[4096]);
        for (var i = 1; i <= 65; i++)
            Assert.True(TryWriteAddress(ref writer, [1, (byte)i, 0]));
        var before = writer.Position;

        Assert.True(TryWriteAddress(ref writer, [1, (byte)suffix, 0]));

        Assert.Equal(ownerLength + 14, writer.Position - before);
    }

    [Fact]
    public void Names_made_to_collide_cost_room_and_not_time()
    {
        var colliding = CollidingNames(NameTable.MaxComparisons + 1);
        var writer = new MessageWriter(new byte[4096]);
        foreach (var name in colliding)
            Assert.True(TryWriteAddress(ref writer, name));
        var before = writer.Position;

        Assert.True(TryWriteAddress(ref writer, colliding[^2]));
        var lastCompared = writer.Position - before - 14;
        Assert.True(TryWriteAddress(ref writer, colliding[^1]));

        Assert.Equal(2, lastCompared);
        Assert.Equal(5, writer.Position - before - 14 - 2 - 14);
    }

    [Fact]
    public void Upper_and_lower_case_are_kept_apart()
    {
        var writer = new MessageWriter(new byte[512]);
        Assert.True(TryWriteAddress(ref writer, DomainName.Parse("www.Example.com.").Wire));
        var before = writer.Position;

        Assert.True(TryWriteAddress(ref writer, DomainName.Parse("www.eXample.com.").Wire));

        Assert.Equal("www"u8.Length + 1 + "example"u8.Length + 1 + 2 + 14, writer.Position - before);
    }

    [Theory, Rfc(3597, "4")]
    [InlineData(RecordType.Ns, 2)]
    [InlineData(RecordType.Cname, 2)]
    [InlineData(RecordType.Ptr, 2)]
    [InlineData(RecordType.Dname, 17)]
    [InlineData(RecordType.Nsec, 17)]
    [InlineData(RecordType.Talink, 17)]
    [InlineData((RecordType)65280, 17)]
    public void Only_names_of_the_first_types_are_compressed_in_rdata(RecordType type, int rdataLength)
    {
        var buffer = new byte[512];
        var writer = new MessageWriter(buffer);

        Assert.True(writer.TryWriteRecord(Section.Answer, Owner, type, RecordClass.In, 0, Owner));

        Assert.Equal(MessageHeader.Length + Owner.Length + 10 + rdataLength, writer.Position);
    }

    [Fact, Rfc(3597, "4")]
    public void Nothing_points_into_rdata_of_other_types()
    {
        var writer = new MessageWriter(new byte[512]);
        Assert.True(writer.TryWriteRecord(Section.Answer, [0], RecordType.Dname, RecordClass.In, 0, Owner));
        var before = writer.Position;

        Assert.True(TryWriteAddress(ref writer, Owner));

        Assert.Equal(Owner.Length + 14, writer.Position - before);
    }

    [Fact]
    public void Rdata_that_is_not_of_its_type_leaves_as_it_came() => Law.Holds(
        Gen.Elements(MessageModel.Types), Gen.Choose(0, 255).Select(octet => (byte)octet).ArrayOf(), (type, rdata) =>
        {
            var writer = new MessageWriter(new byte[4096]);

            Assert.True(writer.TryWriteRecord(Section.Answer, [0], type, RecordClass.In, 0, rdata));
        });

    private static bool TryWriteAddress(ref MessageWriter writer, scoped ReadOnlySpan<byte> owner) =>
        writer.TryWriteRecord(Section.Answer, owner, RecordType.A, RecordClass.In, 60, [192, 0, 2, 1]);

    private static void WriteFiller(ref MessageWriter writer, int upTo) =>
        Assert.True(writer.TryWriteRecord(
            Section.Answer, [0], RecordType.Null, RecordClass.In, 0, new byte[upTo - MessageHeader.Length - 11]));

    private static byte[][] CollidingNames(int count) =>
        Enumerable.Range(0, 1 << 20)
            .Select(number => new byte[] { 3, (byte)(number >> 16), (byte)(number >> 8), (byte)number, 0 })
            .GroupBy(name => NameTable.HashLabel(0, name.AsSpan(0, 4)) >> 16)
            .First(group => group.Count() >= count)
            .Take(count)
            .ToArray();
}
