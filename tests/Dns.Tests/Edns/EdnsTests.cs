using Dns.Edns;
using Dns.Tests.Generators;
using Dns.Wire;
using FsCheck.Fluent;
using Xunit;

namespace Dns.Tests.Edns;

public sealed class EdnsTests
{
    [Fact, Rfc(6891, "6.1.3")]
    public void An_opt_record_is_read_as_it_was_written() => Law.Holds(
        Gen.Choose(0, ushort.MaxValue).Four(), RdataGen.Of(RecordType.Opt), (numbers, options) =>
        {
            var header = new EdnsHeader(
                (ushort)numbers.Item1, (byte)numbers.Item2, (byte)numbers.Item3, (ushort)numbers.Item4);
            var buffer = new byte[MessageHeader.Length + EdnsHeader.RecordLength + options.Length];
            var writer = new MessageWriter(buffer) { Reserved = buffer.Length - MessageHeader.Length };

            Assert.True(writer.TryWriteOpt(header, options));

            Assert.True(MessageReader.TryStart(buffer.AsSpan(0, writer.Finish(0, 0)), out var reader));
            Assert.True(reader.TryReadRecord(out var opt));
            Assert.Equal(header, EdnsHeader.From(opt));
            Assert.Equal(options, opt.Rdata.ToArray());
        });

    [Fact]
    public void Options_are_read_as_they_were_written()
    {
        var writer = new EdnsOptionWriter(new byte[256]);
        Assert.True(writer.TryWriteEmpty(EdnsOptionCode.Nsid));
        Assert.True(writer.TryWriteCookie([1, 2, 3, 4, 5, 6, 7, 8], [9, 10, 11, 12, 13, 14, 15, 16]));
        Assert.True(writer.TryWriteExtendedError(ExtendedErrorCode.DnssecBogus, "why"u8));
        Assert.True(writer.TryWriteTcpKeepalive(300));
        Assert.True(writer.TryWriteName(EdnsOptionCode.Chain, DomainName.Parse("example.").Wire));
        Assert.True(writer.TryWritePadding(5));

        Assert.True(EdnsOptions.TryParse(writer.Written, out var options));
        var read = new List<string>();
        foreach (var option in options)
            read.Add($"{option.Code} {Convert.ToHexString(option.Content)}");

        Assert.Equal(
            [
                "Nsid ", "Cookie 0102030405060708090A0B0C0D0E0F10", "ExtendedError 0006776879", "TcpKeepalive 012C",
                "Chain 076578616D706C6500", "Padding 0000000000",
            ],
            read);
    }

    [Theory]
    [InlineData(9, true)]
    [InlineData(8, false)]
    public void An_option_is_written_whole_or_not_at_all(int room, bool fits)
    {
        var writer = new EdnsOptionWriter(new byte[room]);

        Assert.Equal(fits, writer.TryWrite(EdnsOptionCode.Nsid, "12345"u8));

        Assert.Equal(fits ? 9 : 0, writer.Length);
    }

    [Fact]
    public void The_first_option_of_a_kind_is_found()
    {
        var writer = new EdnsOptionWriter(new byte[64]);
        writer.TryWrite(EdnsOptionCode.Padding, [0]);
        writer.TryWrite(EdnsOptionCode.Nsid, "first"u8);
        writer.TryWrite(EdnsOptionCode.Nsid, "second"u8);
        Assert.True(EdnsOptions.TryParse(writer.Written, out var options));

        Assert.True(options.TryFind(EdnsOptionCode.Nsid, out var content));
        Assert.False(options.TryFind(EdnsOptionCode.Cookie, out _));

        Assert.Equal("first"u8.ToArray(), content.ToArray());
    }

    [Theory, Rfc(6891, "6.1.2")]
    [InlineData("", true)]
    [InlineData("000A0000", true)]
    [InlineData("000A00", false)]
    [InlineData("000A000101", true)]
    [InlineData("000A000201", false)]
    public void Options_fill_their_rdata_exactly(string hex, bool isSound) =>
        Assert.Equal(isSound, EdnsOptions.TryParse(Convert.FromHexString(hex), out _));

    [Theory, Rfc(7873, "5.2.2")]
    [InlineData(7, false)]
    [InlineData(8, true)]
    [InlineData(9, false)]
    [InlineData(15, false)]
    [InlineData(16, true)]
    [InlineData(40, true)]
    [InlineData(41, false)]
    public void A_cookie_has_8_octets_or_16_to_40(int length, bool isSound)
    {
        Assert.Equal(isSound, CookieOption.TryParse(new byte[length], out var cookie));
        Assert.Equal(isSound ? length : 0, cookie.Client.Length + cookie.Server.Length);
    }

    [Theory, Rfc(7871, "6")]
    [InlineData("0001 18 00 C00002", true)]
    [InlineData("0001 00 00", true)]
    [InlineData("0002 38 00 20010DB8000000", true)]
    [InlineData("0000 18 00 C00002", false)]
    [InlineData("0003 18 00 C00002", false)]
    [InlineData("0001 20 00 C0000201", true)]
    [InlineData("0001 21 00 C000020100", false)]
    [InlineData("0001 18 00 C000", false)]
    [InlineData("0001 08 00 C000", false)]
    [InlineData("0001 09 00 C080", true)]
    [InlineData("0001 09 00 C0C0", false)]
    [InlineData("0001 18", false)]
    public void A_client_subnet_has_the_octets_and_bits_of_its_prefix(string hex, bool isSound) =>
        Assert.Equal(isSound, ClientSubnetOption.TryParse(Convert.FromHexString(hex.Replace(" ", "")), out _));

    [Theory, Rfc(8914, "2")]
    [InlineData("", null)]
    [InlineData("00", null)]
    [InlineData("0006", "DnssecBogus ")]
    [InlineData("0006616200", "DnssecBogus ab")]
    public void An_extended_error_has_a_code_and_perhaps_text(string hex, string? expected)
    {
        var isSound = ExtendedErrorOption.TryParse(Convert.FromHexString(hex), out var error);

        Assert.Equal(expected, isSound ? $"{error.Code} {System.Text.Encoding.UTF8.GetString(error.Text)}" : null);
    }

    [Theory]
    [InlineData(0, "Other Error")]
    [InlineData(6, "DNSSEC Bogus")]
    [InlineData(33, "Negative Trust Anchor")]
    [InlineData(34, "Extended error 34")]
    [InlineData(65535, "Extended error 65535")]
    public void Every_extended_error_has_a_text(int code, string text) =>
        Assert.Equal(text, ExtendedErrorText.Of((ExtendedErrorCode)code));
}
