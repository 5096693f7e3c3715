using System.Text;
using Dns.Text;
using Dns.Zones;
using Xunit;

namespace Dns.Tests.Zones;

public sealed class ZoneLimitTests
{
    private const string Record = "a. 60 A 192.0.2.1\n";

    [Theory]
    [InlineData(3, TextError.None)]
    [InlineData(4, TextError.RecordsTooMany)]
    public void A_zone_has_so_many_records(int records, TextError fault)
    {
        var options = new ZoneReaderOptions { Limits = new() { MaxRecords = 3 } };

        Assert.Equal(fault, ZoneText.Fault(string.Concat(Enumerable.Repeat(Record, records)), options));
    }

    [Theory]
    [InlineData(36, TextError.None)]
    [InlineData(35, TextError.TextTooLong)]
    public void A_text_has_so_many_octets(int limit, TextError fault)
    {
        var options = new ZoneReaderOptions { Limits = new() { MaxOctets = limit } };

        Assert.Equal(fault, ZoneText.Fault(Record + Record, options));
    }

    [Theory]
    [InlineData(100, TextError.None)]
    [InlineData(101, TextError.EntryTooLong)]
    public void An_entry_has_so_many_octets(int length, TextError fault)
    {
        var options = new ZoneReaderOptions { Limits = new() { MaxEntryLength = 100 } };
        var entry = ("a. 60 A 192.0.2.1 ; ").PadRight(length - 1, 'x') + "\n";

        Assert.Equal(fault, ZoneText.Fault(entry + Record, options));
        Assert.Equal(fault, FaultOfStream(entry + Record, options));
    }

    [Fact]
    public void An_entry_without_end_is_refused_before_it_takes_all_memory()
    {
        using var endless = new EndlessStream();
        using var reader = new ZoneReader(endless, new());

        Assert.Equal(TextError.EntryTooLong, RRsetCollector.Collect(reader, out _)?.Reason);
        Assert.InRange(endless.Given, 1, 4 * ZoneLimits.Default.MaxEntryLength);
    }

    [Fact]
    public void Nothing_is_read_behind_a_limit()
    {
        var options = new ZoneReaderOptions { Limits = new() { MaxRecords = 1 } };

        Assert.Equal(
            ["a. 60 IN A 192.0.2.1", "fault 2:9 RecordsTooMany"],
            ZoneText.Read(Record + Record + Record, options));
    }

    [Theory]
    [InlineData(65535, TextError.None)]
    [InlineData(65536, TextError.RdataTooLong)]
    public void RDATA_has_65535_octets(int length, TextError fault)
    {
        // Strings of 255 octets take 256 each; the last is as long as it takes.
        var strings = string.Join(' ', Enumerable.Repeat(new string('x', 255), length / 256));
        var last = length % 256 == 0 ? "" : " " + new string('y', length % 256 - 1);

        Assert.Equal(fault, ZoneText.Fault($"a. 60 TXT {strings}{last}"));
    }

    [Theory]
    [InlineData(65535, TextError.None)]
    [InlineData(65536, TextError.NumberInvalid)]
    public void Generic_RDATA_has_65535_octets(int length, TextError fault)
    {
        Assert.Equal(fault, ZoneText.Fault($@"a. 60 TYPE65280 \# {length} {new string('0', 2 * length)}"));
    }

    [Theory]
    [InlineData(255, TextError.None)]
    [InlineData(256, TextError.StringTooLong)]
    public void A_string_has_255_octets(int length, TextError fault)
    {
        Assert.Equal(fault, ZoneText.Fault($"a. 60 TXT {new string('x', length)}"));
        Assert.Equal(fault, ZoneText.Fault($"a. 60 TXT \"{string.Concat(Enumerable.Repeat(@"\200", length))}\""));
    }

    [Theory]
    [InlineData(RRsetCollector.MaxSetLength, TextError.None)]
    [InlineData(RRsetCollector.MaxSetLength + 1, TextError.SetTooLarge)]
    public void A_set_has_so_many_records(int records, TextError fault)
    {
        var text = string.Concat(Enumerable.Range(0, records).Select(number => $"a. 60 TXT {number}\n"));

        Assert.Equal(fault, ZoneText.Fault(text));
    }

    [Fact]
    public void The_longest_RDATA_written_with_every_octet_escaped_is_within_the_limit_of_an_entry()
    {
        var text = RecordText.Write(
            WireName.Root, new(60), RecordClass.In, RecordType.Caa,
            [0, 5, .. "issue"u8, .. Enumerable.Repeat((byte)0xff, RdataText.MaxLength - 7)]);

        Assert.Equal(TextError.None, ZoneText.Fault(text));
    }

    private static TextError FaultOfStream(string text, ZoneReaderOptions options)
    {
        using var stream = new MemoryStream(Encoding.ASCII.GetBytes(text));
        using var reader = new ZoneReader(stream, options);
        return RRsetCollector.Collect(reader, out _)?.Reason ?? TextError.None;
    }
}
