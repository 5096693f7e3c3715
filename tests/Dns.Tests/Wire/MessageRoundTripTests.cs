using Dns.Tests.Generators;
using Dns.Wire;
using FsCheck.Fluent;
using Xunit;

namespace Dns.Tests.Wire;

public sealed class MessageRoundTripTests
{
    [Fact]
    public void What_is_written_is_what_is_read() => Law.Holds(MessageModel.Any, message =>
    {
        var decoded = MessageModel.Decode(message.Encode(), message.Compression);

        Assert.Equal(message with { Records = [] }, decoded with { Records = [] });
        Assert.Equal(message.Records, decoded.Records);
    });

    [Fact]
    public void Every_message_written_is_sound() => Law.Holds(MessageModel.Any, message =>
        Assert.Equal(WireError.None, MessageCheck.FirstFault(message.Encode())));

    [Fact]
    public void Reading_and_writing_again_gives_the_same_octets() => Law.Holds(MessageModel.Any, message =>
    {
        var encoded = message.Encode();

        Assert.Equal(encoded, MessageModel.Decode(encoded, message.Compression).Encode());
    });

    [Fact]
    public void Compression_never_makes_a_message_longer() => Law.Holds(MessageModel.Any, message =>
    {
        var plain = (message with { Compression = NameCompression.Forbidden }).Encode();
        var compressed = (message with { Compression = NameCompression.Allowed }).Encode();

        Assert.InRange(compressed.Length, MessageHeader.Length, plain.Length);
    });

    [Fact]
    public void Every_cut_of_a_message_is_a_fault() => Law.Holds(
        MessageModel.Any, Gen.Choose(0, ushort.MaxValue), (message, random) =>
        {
            var encoded = message.Encode();

            Assert.NotEqual(WireError.None, MessageCheck.FirstFault(encoded.AsSpan(0, random % encoded.Length)));
        });

    [Fact]
    public void Octets_behind_the_message_are_a_fault() => Law.Holds(MessageModel.Any, message =>
        Assert.Equal(WireError.TrailingOctets, MessageCheck.FirstFault([.. message.Encode(), 0])));

    [Fact, Rfc(3597, "3")]
    public void Each_type_alone_survives_the_round_trip()
    {
        foreach (var type in MessageModel.Types)
        {
            var records = RdataGen.Of(type).Select(rdata => RecordModel.Of(Section.Answer, [0], type, 1, rdata));
            foreach (var record in records.Sample(20))
            {
                var message = new MessageModel(1, 2, NameCompression.Allowed, "00", type, [record]);

                Assert.Equal([record], MessageModel.Decode(message.Encode(), NameCompression.Allowed).Records);
            }
        }
    }
}
