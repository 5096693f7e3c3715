using Dns.Wire;
using Xunit;

namespace Dns.Tests.Wire;

public sealed class RRsetWriteTests
{
    private static readonly DomainName Owner = DomainName.Parse("www.example.");

    [Theory]
    [InlineData(0, "1 2 3")]
    [InlineData(1, "2 3 1")]
    [InlineData(2, "3 1 2")]
    [InlineData(3, "1 2 3")]
    public void Records_go_round_from_the_first_asked_for(int first, string expected)
    {
        var set = Addresses(1, 2, 3);
        var buffer = new byte[512];
        var writer = new MessageWriter(buffer);

        Assert.True(writer.TryWriteRecords(Section.Answer, Owner.Wire, set, new(9), first));

        Assert.Equal(expected, LastOctets(buffer[..writer.Finish(0, 0)]));
    }

    [Fact]
    public void A_set_is_written_whole_or_not_at_all()
    {
        var set = Addresses(1, 2, 3);
        var needed = MessageHeader.Length + Owner.Wire.Length + 14 + 2 * 16;
        for (var length = MessageHeader.Length; length <= needed; length++)
        {
            var buffer = new byte[length];
            var writer = new MessageWriter(buffer);

            Assert.Equal(length == needed, writer.TryWriteRecords(Section.Answer, Owner.Wire, set, new(9)));

            Assert.Equal(length == needed ? needed : MessageHeader.Length, writer.Finish(0, 0));
            Assert.Equal(length == needed ? 3 : 0, buffer[7]);
        }
    }

    [Fact]
    public void Signatures_follow_with_the_class_and_lifetime_given()
    {
        var set = new RRsetBuilder(Owner, RecordType.A).Add([192, 0, 2, 1], new(300))
            .AddSignature(Signature(1), new(300)).AddSignature(Signature(2), new(300)).Build();
        var buffer = new byte[512];
        var writer = new MessageWriter(buffer);

        Assert.True(writer.TryWriteSignatures(Section.Answer, Owner.Wire, set, new(7)));

        Assert.True(MessageReader.TryStart(buffer.AsSpan(0, writer.Finish(0, 0)), out var reader));
        for (byte expected = 1; expected <= 2; expected++)
        {
            Assert.True(reader.TryReadRecord(out var record));
            Assert.Equal(RecordType.Rrsig, record.Type);
            Assert.Equal(new Ttl(7), record.Ttl);
            Assert.Equal(expected, record.Rdata[^1]);
        }
        Assert.True(reader.IsAtEnd);
    }

    private static RRset Addresses(params byte[] last)
    {
        var builder = new RRsetBuilder(Owner, RecordType.A);
        foreach (var octet in last)
            builder.Add([192, 0, 2, octet], new(300));
        return builder.Build();
    }

    private static byte[] Signature(byte last) => [.. new byte[18], 0, last];

    private static string LastOctets(byte[] message)
    {
        Assert.True(MessageReader.TryStart(message, out var reader));
        var octets = new List<byte>();
        while (reader.TryReadRecord(out var record))
            octets.Add(record.Rdata[^1]);
        return string.Join(' ', octets);
    }
}
