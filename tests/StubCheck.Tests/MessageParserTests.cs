using StubCheck.Canned;
using StubCheck.Wire;

namespace StubCheck.Tests;

public sealed class MessageParserTests
{
    private static readonly byte[] Header = [0, 1, 0x81, 0x80, 0, 1, 0, 0, 0, 0, 0, 0];

    [Fact]
    public void A_message_that_was_built_reads_back_whole()
    {
        var name = WireName.FromText("www.Example.test")!;
        var builder = new MessageBuilder();
        builder.Add(new Question(name, RecordTypes.A, 1));
        builder.TryAdd(CannedZone.Alias(name, WireName.FromText("Host.Example.test")!), ushort.MaxValue);
        builder.TryAdd(CannedZone.Address(WireName.FromText("Host.Example.test")!, RecordTypes.A, 7), ushort.MaxValue);

        var message = MessageParser.Parse(builder.Finish(7, 0x8180))!;

        Assert.Empty(message.Faults);
        Assert.Equal("www.Example.test.", message.Questions[0].Name.ToString());
        Assert.Equal("Host.Example.test.", message.Records[0].Target.ToString());
        Assert.Equal("Host.Example.test. A", message.Records[1].ToString());
        Assert.Equal([192, 0, 2, 7], message.Records[1].Rdata);
    }

    [Fact]
    public void A_record_that_does_not_fit_leaves_no_trace()
    {
        var name = WireName.FromText("www.example.test")!;
        var builder = new MessageBuilder();
        builder.Add(new Question(name, RecordTypes.A, 1));
        var before = builder.Finish(7, 0x8180);

        var isAdded = builder.TryAdd(CannedZone.Address(name, RecordTypes.A, 7), before.Length + 15);

        Assert.False(isAdded);
        Assert.Equal(before, builder.Finish(7, 0x8180));
    }

    [Theory]
    [InlineData(new byte[] { 1, 0x61, 0, 0, 1, 0, 1 }, new WireFault[0])]
    [InlineData(new byte[] { 1, 0x61, 0, 0, 1, 0, 1, 9 }, new[] { WireFault.TrailingOctets })]
    [InlineData(new byte[] { 1, 0x61, 0, 0, 1, 0 }, new[] { WireFault.Cut })]
    [InlineData(new byte[] { 0x40, 0, 0, 1, 0, 1 }, new[] { WireFault.Cut })]
    [InlineData(new byte[] { 1, 0x61, 0xc0, 12, 0, 1, 0, 1 }, new[] { WireFault.PointerForward, WireFault.Cut })]
    [InlineData(new byte[] { 0xc0, 12, 0, 1, 0, 1 }, new[] { WireFault.PointerForward, WireFault.Cut })]
    [InlineData(new byte[] { 1, 0x61, 0xc0, 5, 0, 1, 0, 1 }, new[] { WireFault.PointerAstray })]
    public void What_is_wrong_is_noted(byte[] question, object expected) =>
        Assert.Equal((WireFault[])expected, MessageParser.Parse([.. Header, .. question])!.Faults);

    [Theory]
    [InlineData(11, false)]
    [InlineData(12, true)]
    public void A_header_is_twelve_octets(int length, bool isOne) =>
        Assert.Equal(isOne, MessageParser.Parse(new byte[length]) is not null);

    [Theory]
    [InlineData("a-host.example_1.test", true)]
    [InlineData("-host.test", false)]
    [InlineData("host-.test", false)]
    [InlineData("ho st.test", false)]
    public void Host_names_are_letters_digits_and_inner_hyphens(string text, bool isHost) =>
        Assert.Equal(isHost, WireName.FromText(text)!.IsHostName());

    [Theory]
    [InlineData(63, true)]
    [InlineData(64, false)]
    public void A_label_has_63_octets_at_most(int length, bool isName) =>
        Assert.Equal(isName, WireName.FromText(new string('a', length)) is not null);
}
