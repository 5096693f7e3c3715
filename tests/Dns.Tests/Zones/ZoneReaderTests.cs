using Dns.Text;
using Dns.Zones;
using Xunit;

namespace Dns.Tests.Zones;

public sealed class ZoneReaderTests
{
    [Fact, Rfc(1035, "5.3")]
    public void The_RFCs_example_is_read()
    {
        var lines = ZoneText.Read(
            """
            @   IN  SOA     VENERA      Action\.domains (
                                             20     ; SERIAL
                                             7200   ; REFRESH
                                             600    ; RETRY
                                             3600000; EXPIRE
                                             60)    ; MINIMUM

                    NS      A.ISI.EDU.
                    MX      10      VENERA
            A       A       26.3.0.103
            """,
            new() { Origin = DomainName.Parse("ISI.EDU.") });

        Assert.Equal(
            [
                @"ISI.EDU. 60 IN SOA VENERA.ISI.EDU. Action\.domains.ISI.EDU. 20 7200 600 3600000 60",
                "ISI.EDU. 60 IN NS A.ISI.EDU.",
                "ISI.EDU. 60 IN MX 10 VENERA.ISI.EDU.",
                "A.ISI.EDU. 60 IN A 26.3.0.103",
            ],
            lines);
    }

    [Theory, Rfc(1035, "5.1")]
    [InlineData("a 60 IN A 192.0.2.1")]
    [InlineData("a IN 60 A 192.0.2.1")]
    [InlineData("a 60 A 192.0.2.1")]
    [InlineData("a\t1m\tin\ta\t192.0.2.1 ; comment")]
    [InlineData("a ( 60 \n IN \n A ) 192.0.2.1")]
    [InlineData("a 60 IN A (192.0.2.1)")]
    [InlineData("(a 60 IN A\n192.0.2.1)")]
    [InlineData("a 60 CLASS1 TYPE1 192.0.2.1")]
    [InlineData(@"a 60 IN A \# 4 C0000201")]
    [InlineData(@"a 60 IN TYPE1 \# 4 ( C000 ; comment" + "\n 02 01 )")]
    [InlineData("a.example. 60 IN A 192.0.2.1\r\n")]
    [InlineData("\n\n; only a comment\n \t\na 60 IN A 192.0.2.1")]
    [InlineData("$ORIGIN example.\na 60 IN A 192.0.2.1")]
    [InlineData("$origin .\na.example 60 IN A 192.0.2.1")]
    [InlineData("$TTL 60\na A 192.0.2.1")]
    public void A_record_may_be_written_in_many_ways(string text)
    {
        Assert.Equal(["a.example. 60 IN A 192.0.2.1"], ZoneText.Read(text));
    }

    [Fact, Rfc(1035, "5.1")]
    public void An_owner_left_out_is_the_last_one()
    {
        Assert.Equal(
            ["a.example. 60 IN A 192.0.2.1", "a.example. 60 IN A 192.0.2.2", "b.example. 60 IN A 192.0.2.3"],
            ZoneText.Read("a 60 A 192.0.2.1\n 60 A 192.0.2.2\n$ORIGIN x.\nb.example. 60 A 192.0.2.3"));
    }

    [Fact, Rfc(1035, "5.1")]
    public void The_lone_at_sign_is_the_origin_and_an_escaped_one_is_not()
    {
        Assert.Equal(
            [@"example. 60 IN NS example.", @"\@.example. 60 IN NS a\@b.example."],
            ZoneText.Read("@ 60 NS @\n\\@ 60 NS a@b"));
    }

    [Fact]
    public void Strings_in_quotes_keep_blanks_semicolons_and_parentheses()
    {
        Assert.Equal(
            [@"a.example. 60 IN TXT ""a b"" ""c;d"" ""(e"" ""f"" ""g\""h"" ""\000"" """""],
            ZoneText.Read("""a 60 TXT "a b" "c;d" "(e"f "g\"h" \000 "" """));
    }

    [Fact]
    public void Octets_beyond_ASCII_stay_what_they_are_in_strings()
    {
        Assert.Equal([@"a.example. 60 IN TXT ""\195\164"""], ZoneText.Read("a 60 TXT \u00e4"));
    }

    [Fact, Rfc(2308, "4")]
    public void A_TTL_left_out_is_that_of_the_directive()
    {
        Assert.Equal(
            ["a.example. 5555 IN A 192.0.2.1", "b.example. 9 IN A 192.0.2.2", "c.example. 6666 IN A 192.0.2.3"],
            ZoneText.Read("$TTL 5555\na A 192.0.2.1\nb 9 A 192.0.2.2\n$TTL 6666\nc A 192.0.2.3"));
    }

    [Fact, Rfc(1035, "5.1")]
    public void A_TTL_left_out_without_a_directive_is_the_last_one_stated()
    {
        Assert.Equal(
            ["a.example. 5 IN A 192.0.2.1", "b.example. 5 IN A 192.0.2.2"],
            ZoneText.Read("a 5 A 192.0.2.1\nb A 192.0.2.2"));
    }

    [Fact]
    public void A_TTL_that_nothing_gives_is_a_fault_unless_the_caller_gives_one()
    {
        Assert.Equal(TextError.TtlMissing, ZoneText.Fault("a. A 192.0.2.1"));
        Assert.Equal(
            ["a. 7 IN A 192.0.2.1"], ZoneText.Read("a. A 192.0.2.1", new() { DefaultTtl = new(7) }));
    }

    [Theory]
    [InlineData("1w1d1h1m1s", 694861)]
    [InlineData("1W", 604800)]
    [InlineData("2147483647", 2147483647)]
    [InlineData("1s1m1m", 121)]
    public void TTLs_may_have_units(string text, int seconds)
    {
        Assert.Equal([$"a. {seconds} IN A 192.0.2.1"], ZoneText.Read($"a. {text} A 192.0.2.1"));
    }

    [Theory, Rfc(2181, "8")]
    [InlineData("2147483648")]
    [InlineData("3551w")]
    [InlineData("1h1")]
    [InlineData("1x")]
    [InlineData("1-1")]
    [InlineData("99999999999999999999999")]
    public void A_TTL_beyond_31_bits_or_malformed_is_a_fault(string text)
    {
        Assert.Equal(TextError.TtlInvalid, ZoneText.Fault($"a. {text} A 192.0.2.1"));
        Assert.Equal(TextError.TtlInvalid, ZoneText.Fault($"$TTL {text}"));
    }

    [Fact]
    public void Units_can_be_switched_off()
    {
        var options = new ZoneReaderOptions { TtlStyle = TtlStyle.Seconds };

        Assert.Equal(TextError.TtlInvalid, ZoneText.Fault("a. 1m A 192.0.2.1", options));
        Assert.Equal(TextError.TtlInvalid, ZoneText.Fault("a. 60 SOA . . 1 1h 1 1 1", options));
        Assert.Equal(TextError.None, ZoneText.Fault("a. 60 SOA . . 1 1h 1 1 1"));
    }

    [Fact, Rfc(1035, "5.2")]
    public void All_records_have_the_class_asked_for()
    {
        Assert.Equal(TextError.ClassNotAllowed, ZoneText.Fault("a. 60 CH TXT x"));
        Assert.Equal(
            ["a. 60 CH TXT \"x\"", "a. 60 CH TXT \"y\""],
            ZoneText.Read("a. 60 TXT x\n 60 CH TXT y", new() { Class = RecordClass.Chaos }));
        Assert.Equal(
            ["a. 60 IN TXT \"x\"", "a. 60 HS TXT \"y\"", "a. 60 HS TXT \"z\""],
            ZoneText.Read("a. 60 TXT x\n 60 HS TXT y\n 60 TXT z", new() { Class = null }));
    }

    [Theory, Rfc(6895, "3.1"), Rfc(6895, "3.2")]
    [InlineData("a. 60 IN OPT \\# 0", TextError.TypeNotStorable)]
    [InlineData("a. 60 IN TYPE0 \\# 0", TextError.TypeNotStorable)]
    [InlineData("a. 60 IN TYPE127 \\# 0", TextError.None)]
    [InlineData("a. 60 IN TYPE128 \\# 0", TextError.TypeNotStorable)]
    [InlineData("a. 60 IN NXNAME \\# 0", TextError.TypeNotStorable)]
    [InlineData("a. 60 IN ANY \\# 0", TextError.TypeNotStorable)]
    [InlineData("a. 60 IN TYPE256 \\# 5 0000000061", TextError.None)]
    [InlineData("a. 60 CLASS0 TXT x", TextError.ClassNotAllowed)]
    [InlineData("a. 60 NONE TXT x", TextError.ClassNotAllowed)]
    [InlineData("a. 60 ANY TXT x", TextError.ClassNotAllowed)]
    [InlineData("a. 60 CLASS65535 TXT x", TextError.ClassNotAllowed)]
    [InlineData("a. 60 CLASS65534 TXT x", TextError.None)]
    public void Types_and_classes_of_questions_have_no_place_in_a_zone(string text, TextError fault)
    {
        Assert.Equal(fault, ZoneText.Fault(text, new() { Class = null }));
    }

    [Theory]
    [InlineData("$GENERATE 1-3 a$ A 192.0.2.$", TextError.DirectiveUnknown)]
    [InlineData("$", TextError.DirectiveUnknown)]
    [InlineData("$ORIGIN", TextError.FieldMissing)]
    [InlineData("$ORIGIN a b", TextError.FieldSurplus)]
    [InlineData("$ORIGIN a..b", TextError.NameInvalid)]
    [InlineData("$TTL", TextError.FieldMissing)]
    [InlineData("$TTL 1 2", TextError.FieldSurplus)]
    [InlineData(" A 192.0.2.1", TextError.OwnerMissing)]
    [InlineData("\"a\" 60 A 192.0.2.1", TextError.QuotesMisplaced)]
    [InlineData("a.", TextError.FieldMissing)]
    [InlineData("a. 60", TextError.FieldMissing)]
    [InlineData("a. 60 IN", TextError.FieldMissing)]
    [InlineData("a. 60 IN A", TextError.FieldMissing)]
    [InlineData("a. 60 IN IN A 192.0.2.1", TextError.TypeUnknown)]
    [InlineData("a. 60 60 A 192.0.2.1", TextError.TypeUnknown)]
    [InlineData("a. 60 IN B 192.0.2.1", TextError.TypeUnknown)]
    [InlineData("a. 60 IN A 192.0.2.1 x", TextError.FieldSurplus)]
    [InlineData("a. 60 IN NULL x", TextError.GenericFormNeeded)]
    [InlineData("a. 60 IN TYPE65280 x", TextError.GenericFormNeeded)]
    [InlineData("a. 60 CH A 192.0.2.1", TextError.ClassNotAllowed)]
    [InlineData("a. 60 IN TXT \"x", TextError.QuotesOpen)]
    [InlineData("a. 60 IN TXT \"x\n\"", TextError.QuotesOpen)]
    [InlineData("a. 60 IN TXT x\"y", TextError.QuotesOpen)]
    [InlineData("a. 60 IN TXT ( x", TextError.ParenthesisUnbalanced)]
    [InlineData("a. 60 IN TXT x )", TextError.ParenthesisUnbalanced)]
    [InlineData("a. 60 IN TXT x\\", TextError.EscapeMalformed)]
    [InlineData("a. 60 IN TXT \\256", TextError.EscapeMalformed)]
    public void Faults_are_told_by_their_reason(string text, TextError fault)
    {
        Assert.Equal(fault, ZoneText.Fault(text));
    }

    [Fact]
    public void Faults_are_told_by_line_and_column_and_reading_goes_on()
    {
        Assert.Equal(
            [
                "a.example. 60 IN A 192.0.2.1",
                "fault 2:7 IPv4Invalid",
                "fault 5:3 NumberInvalid",
                "fault 7:1 DirectiveUnknown",
                "b.example. 60 IN A 192.0.2.4",
                "fault 9:12 QuotesOpen",
            ],
            ZoneText.Read(
                "a 60 A 192.0.2.1\n 60 A 192.0.2\n\nm MX ( ; five\n  x\n  b )\n$FOO\n"
                + "b 60 A 192.0.2.4\nb 60 TXT ( \"x\nb A 1"));
    }

    [Fact]
    public void An_error_shows_where_why_and_what()
    {
        var reader = ZoneReader.FromText("a. 60 A 192.0.2.\u00ff", new() { SourceName = "root.zone" });

        var error = RRsetCollector.Collect(reader, out _);

        Assert.Equal(@"root.zone:1:9: not an IPv4 address: ""192.0.2.\195\191""", error?.ToString());
    }

    [Fact]
    public void A_long_excerpt_is_cut()
    {
        var error = RRsetCollector.Collect(ZoneReader.FromText("a. 60 A " + new string('x', 1000)), out _);

        Assert.Equal($"\"{new string('x', 40)}\"...", error?.Found);
    }

    [Fact]
    public void An_empty_text_has_no_records()
    {
        Assert.Empty(ZoneText.Read(""));
        Assert.Empty(ZoneText.Read("\n"));
        Assert.Empty(ZoneText.Read(";"));
        Assert.Empty(ZoneText.Read("()"));
    }
}
