using Dns.Wire;
using Xunit;

namespace Dns.Tests.Wire;

public sealed class MessageCheckTests
{
    private const string Question = "0161 00 0001 0001";
    private const string Opt = "00 0029 04D0 00000000 0000";
    private const string Tsig = "00 00FA 00FF 00000000 0000";
    private const string Address = "00 0001 0001 00000000 0004 C0000201";

    [Theory]
    [InlineData("", WireError.HeaderCut)]
    [InlineData("0000 0000 0000 0000 0000 00", WireError.HeaderCut)]
    [InlineData("0000 0000 0000 0000 0000 0000", WireError.None)]
    [InlineData("0000 0000 0000 0000 0000 0000 00", WireError.TrailingOctets)]
    [InlineData("0000 0000 0001 0000 0000 0000", WireError.NameCut)]
    [InlineData("0000 0000 0001 0000 0000 0000 0161 00 0001 00", WireError.QuestionCut)]
    [InlineData("0000 0000 0001 0000 0000 0000" + Question, WireError.None)]
    [InlineData("0000 0000 0001 0001 0000 0000" + Question + "00 0001 0001 00000000 00", WireError.RecordCut)]
    [InlineData("0000 0000 0001 0001 0000 0000" + Question + "00 0001 0001 00000000 0004 C00002", WireError.RdataCut)]
    [InlineData("0000 0000 0001 0001 0000 0000" + Question + "00 0001 0001 00000000 0003 C00002",
        WireError.RdataMalformed)]
    [InlineData("0000 0000 0001 0001 0000 0000" + Question + Address, WireError.None)]
    [InlineData("0000 0000 0001 0001 0000 0000" + Question + Opt, WireError.OptMisplaced)]
    [InlineData("0000 0000 0001 0000 0001 0000" + Question + Opt, WireError.OptMisplaced)]
    [InlineData("0000 0000 0001 0000 0000 0001" + Question + Opt, WireError.None)]
    [InlineData("0000 0000 0001 0000 0000 0002" + Question + Opt + Opt, WireError.OptMisplaced)]
    [InlineData("0000 0000 0001 0000 0000 0001" + Question + "C00C 0029 04D0 00000000 0000", WireError.OptMisplaced)]
    [InlineData("0000 0000 0001 0000 0000 0001" + Question + "00 0029 04D0 00000000 0003 000A00",
        WireError.OptMalformed)]
    [InlineData("0000 0000 0001 0000 0000 0002" + Question + Opt + Tsig, WireError.None)]
    [InlineData("0000 0000 0001 0000 0000 0002" + Question + Tsig + Opt, WireError.TsigMisplaced)]
    [InlineData("0000 2800 0001 0000 0001 0000" + Question + "00 0002 00FF 00000000 0000", WireError.None)]
    [InlineData("0000 0000 0001 0000 0001 0000" + Question + "00 0002 00FF 00000000 0000", WireError.RdataMalformed)]
    public void The_first_fault_is_named(string hex, WireError expected) =>
        Assert.Equal(expected, MessageCheck.FirstFault(Convert.FromHexString(hex.Replace(" ", ""))));

    [Fact]
    public void Reading_stops_at_the_first_fault()
    {
        byte[] message = [0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0x40];
        Assert.True(MessageReader.TryStart(message, out var reader));

        Assert.False(reader.TryReadRecord(out _));
        Assert.False(reader.TryReadQuestion(out _));

        Assert.Equal(WireError.LabelType, reader.Error);
        Assert.False(reader.IsAtEnd);
    }

    [Fact, Rfc(1035, "4.1")]
    public void Sections_come_in_order_and_have_the_records_the_header_counts()
    {
        byte[] record = [0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0];
        byte[] message = [0, 0, 0, 0, 0, 0, 0, 1, 0, 2, 0, 1, .. record, .. record, .. record, .. record];
        Assert.True(MessageReader.TryStart(message, out var reader));
        var sections = new List<Section>();

        while (reader.TryReadRecord(out var view))
            sections.Add(view.Section);

        Assert.Equal([Section.Answer, Section.Authority, Section.Authority, Section.Additional], sections);
        Assert.True(reader.IsAtEnd);
    }
}
