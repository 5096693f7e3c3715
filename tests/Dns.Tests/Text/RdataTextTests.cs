using Dns.Text;
using Xunit;

namespace Dns.Tests.Text;

public sealed class RdataTextTests
{
    private const string Name = "0161076578616D706C6500"; // a.example.

    [Theory]
    [InlineData(RecordType.A, "192.0.2.1", "C0000201")]
    [InlineData(RecordType.Aaaa, "2001:db8::1", "20010DB8000000000000000000000001")]
    [InlineData(RecordType.Ns, "a.example.", Name)]
    [InlineData(RecordType.Soa, "a.example. . 1 2 3 4 5", Name + "00" + "0000000100000002000000030000000400000005")]
    [InlineData(RecordType.Wks, "192.0.2.1 6 25 53", "C0000201" + "06" + "00000040000004")]
    [InlineData(RecordType.Hinfo, "\"RFC8482\" \"\"", "075246433834383200")]
    [InlineData(RecordType.Minfo, "a.example. .", Name + "00")]
    [InlineData(RecordType.Mx, "10 a.example.", "000A" + Name)]
    [InlineData(RecordType.Txt, "\"a b\" \"c\"", "0361206201" + "63")]
    [InlineData(RecordType.X25, "\"311061700956\"", "0C333131303631373030393536")]
    [InlineData(RecordType.Isdn, "\"150862028003217\" \"004\"", "0F313530383632303238303033323137" + "03303034")]
    [InlineData(RecordType.Nsap, "0x47000580005A0000000001E133FFFFFF00016100",
        "47000580005A0000000001E133FFFFFF00016100")]
    [InlineData(RecordType.Px, "50 a.example. .", "0032" + Name + "00")]
    [InlineData(RecordType.Gpos, "\"-32.6882\" \"116.8652\" \"10.0\"",
        "082D33322E36383832" + "083131362E38363532" + "0431302E30")]
    [InlineData(RecordType.Nxt, "a.example. A MX RRSIG", Name + "400100000002")]
    [InlineData(RecordType.Eid, "E32C6F78163A9348", "E32C6F78163A9348")]
    [InlineData(RecordType.Srv, "0 5 5060 a.example.", "0000000513C4" + Name)]
    [InlineData(RecordType.Atma, "+61200000000", "01" + "3631323030303030303030")]
    [InlineData(RecordType.Atma, "39246F", "0039246F")]
    [InlineData(RecordType.Naptr, "100 10 \"u\" \"E2U+sip\" \"!^.*$!x!\" .",
        "0064000A" + "0175" + "074532552B736970" + "08215E2E2A24217821" + "00")]
    [InlineData(RecordType.Cert, "PKIX 1 8 AQID", "0001000108010203")]
    [InlineData(RecordType.Cert, "65534 1 8 AQID", "FFFE000108010203")]
    [InlineData(RecordType.A6, "64 ::1234:5678:9abc:def0 a.example.", "40123456789ABCDEF0" + Name)]
    [InlineData(RecordType.A6, "128 a.example.", "80" + Name)]
    [InlineData(RecordType.A6, "0 2001:db8::1", "0020010DB8000000000000000000000001")]
    [InlineData(RecordType.Sink, "1 2 3 AQID", "010203010203")]
    [InlineData(RecordType.Apl, "1:192.168.32.0/21 !1:192.168.38.0/28", "00011503C0A82000011C83C0A826")]
    [InlineData(RecordType.Apl, "1:224.0.0.0/4 2:ff00::/8", "00010401E00002" + "0801FF")]
    [InlineData(RecordType.Apl, "", "")]
    [InlineData(RecordType.Sshfp, "2 1 123456789ABCDEF67890123456789ABCDEF67890",
        "0201123456789ABCDEF67890123456789ABCDEF67890")]
    [InlineData(RecordType.Ipseckey, "10 1 2 192.0.2.38 AQID", "0A0102C0000226010203")]
    [InlineData(RecordType.Ipseckey, "10 0 2 . AQID", "0A0002010203")]
    [InlineData(RecordType.Ipseckey, "10 3 2 a.example. AQID", "0A0302" + Name + "010203")]
    [InlineData(RecordType.Ipseckey, "10 2 0 2001:db8::", "0A020020010DB8000000000000000000000000")]
    [InlineData(RecordType.Rrsig, "A 5 3 86400 20030322173103 20030220173103 2642 a.example. AQID",
        "0001" + "0503" + "00015180" + "3E7C9DD7" + "3E5510D7" + "0A52" + Name + "010203")]
    [InlineData(RecordType.Nsec, "a.example. A MX RRSIG NSEC TYPE1234",
        Name + "0006400100000003" + "041B000000000000000000000000000000000000000000000000000020")]
    [InlineData(RecordType.Nsec3, "1 1 12 AABBCCDD 2T7B4G4VSA5SMI47K61MV5BV1A22BOJR MX",
        "01" + "01" + "000C" + "04AABBCCDD" + "14174EB2409FE28BCB4887A1836F957F0A8425E27B" + "00020001")]
    [InlineData(RecordType.Nsec3param, "1 0 0 -", "0100000000")]
    [InlineData(RecordType.Tlsa, "3 1 1 D2ABDE", "030101D2ABDE")]
    [InlineData(RecordType.Hip, "2 200100107B1A74DF AQIDBA== a.example. .",
        "0802" + "0004" + "200100107B1A74DF" + "01020304" + Name + "00")]
    [InlineData(RecordType.Csync, "66 3 A NS AAAA", "0000004200030004600000" + "08")]
    [InlineData(RecordType.Zonemd, "1 1 240 000102030405060708090A0B", "0000000101F0000102030405060708090A0B")]
    [InlineData(RecordType.Dsync, "CDS NOTIFY 5359 a.example.", "003B0114EF" + Name)]
    [InlineData(RecordType.Nid, "10 0014:4fff:ff20:ee64", "000A00144FFFFF20EE64")]
    [InlineData(RecordType.L32, "10 10.1.2.0", "000A0A010200")]
    [InlineData(RecordType.L64, "10 2001:0db8:1140:1000", "000A20010DB811401000")]
    [InlineData(RecordType.Lp, "10 a.example.", "000A" + Name)]
    [InlineData(RecordType.Eui48, "00-00-5e-00-53-2a", "00005E00532A")]
    [InlineData(RecordType.Eui64, "00-00-5e-ef-10-00-00-2a", "00005EEF1000002A")]
    [InlineData(RecordType.Uri, "10 1 \"ftp://a/\"", "000A00016674703A2F2F612F")]
    [InlineData(RecordType.Caa, "128 issue \"ca.example; x=1\"", "80056973737565" + "63612E6578616D706C653B20783D31")]
    [InlineData(RecordType.Caa, "0 issue \"\"", "00056973737565")]
    [InlineData(RecordType.Doa, "0 1 2 \"\" -", "0000000000000001" + "02" + "00")]
    [InlineData(RecordType.Amtrelay, "10 1 2 2001:db8::15", "0A8220010DB8000000000000000000000015")]
    [InlineData(RecordType.Amtrelay, "0 0 0 .", "0000")]
    [InlineData(RecordType.Ipn, "18446744073709551615", "FFFFFFFFFFFFFFFF")]
    [InlineData(RecordType.Ds, "60485 5 1 2BB183AF5F22588179A53B0A98631FAD1A292118",
        "EC450501" + "2BB183AF5F22588179A53B0A98631FAD1A292118")]
    [InlineData(RecordType.Cds, "0 0 0 00", "0000000000")]
    [InlineData(RecordType.Loc, "42 21 54.000 N 71 6 18.000 W -24.00m 30m 10000m 10m",
        "00331613" + "89172DD0" + "70BE15F0" + "00988D20")]
    [InlineData(RecordType.Null, @"\# 2 0102", "0102")]
    [InlineData(RecordType.Tsig, @"\# 0", "")]
    [InlineData((RecordType)65280, @"\# 3 010203", "010203")]
    public void This_text_is_these_octets_both_ways(RecordType type, string text, string rdata)
    {
        Assert.Equal(rdata, Convert.ToHexString(RdataText.Parse(type, text)));
        Assert.Equal(text, RdataText.Write(type, Convert.FromHexString(rdata)));
    }

    [Theory]
    [InlineData(RecordType.Ds, "60485 RSASHA1 1 2BB183AF5F22588179A53B0A 98631FAD1A292118", "60485 5 1 ")]
    [InlineData(RecordType.Nsec3, "1 0 0 - 2t7b4g4vsa5smi47k61mv5bv1a22bojr",
        "1 0 0 - 2T7B4G4VSA5SMI47K61MV5BV1A22BOJR")]
    [InlineData(RecordType.Rrsig, "TYPE1 5 3 1 1048354263 0 1 . AQ ID",
        "A 5 3 1 20030322173103 19700101000000 1 . AQID")]
    [InlineData(RecordType.Aaaa, "2001:DB8:0:0:1:0:0:1", "2001:db8::1:0:0:1")]
    [InlineData(RecordType.Aaaa, "::ffff:192.0.2.1", "::ffff:192.0.2.1")]
    [InlineData(RecordType.Aaaa, "0:0:0:0:0:0:0:0", "::")]
    [InlineData(RecordType.Aaaa, "1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0")]
    [InlineData(RecordType.Nsap, "0x47.0005.80", "0x47000580")]
    [InlineData(RecordType.Nid, "1 14:4fff:0:1", "1 0014:4fff:0000:0001")]
    [InlineData(RecordType.Wks, "192.0.2.1 tcp domain smtp", "192.0.2.1 6 25 53")]
    [InlineData(RecordType.Loc, "42 N 71 W 0", "42 0 0.000 N 71 0 0.000 W 0.00m 1m 10000m 10m")]
    [InlineData(RecordType.Loc, "0 S 0 0 0.5 E -100000.00 0.05 0.2 25m",
        "0 0 0.000 N 0 0 0.500 E -100000.00m 0.05m 0.20m 20m")]
    [InlineData(RecordType.Hinfo, "a b", "\"a\" \"b\"")]
    [InlineData(RecordType.Svcb, "1 . port=\"53\" alpn=h2,h3", "1 . alpn=\"h2,h3\" port=53")]
    [InlineData(RecordType.Svcb, "1 . key1=\\002h2", "1 . alpn=\"h2\"")]
    [InlineData(RecordType.Svcb, "1 . tls-supported-groups=29,23", "1 . tls-supported-groups=29,23")]
    [InlineData(RecordType.Svcb, "1 . ech=AQID dohpath=/dns{?dns}", "1 . ech=AQID dohpath=\"/dns{?dns}\"")]
    [InlineData(RecordType.Svcb, "1 . key9=a", "1 . key9=\"a\"")]
    [InlineData(RecordType.Svcb, "1 . no-default-alpn alpn=h2", "1 . alpn=\"h2\" no-default-alpn")]
    [InlineData(RecordType.Svcb, "1 . no-default-alpn=\"\" alpn=h2", "1 . alpn=\"h2\" no-default-alpn")]
    public void Text_is_written_in_one_form(RecordType type, string text, string written)
    {
        Assert.StartsWith(written, RdataText.Write(type, RdataText.Parse(type, text)));
    }

    [Theory]
    [InlineData(RecordType.A, "192.0.2", TextError.IPv4Invalid)]
    [InlineData(RecordType.A, "192.0.2.256", TextError.IPv4Invalid)]
    [InlineData(RecordType.A, "192.0.2.01", TextError.IPv4Invalid)]
    [InlineData(RecordType.A, "192.0.2.1.", TextError.IPv4Invalid)]
    [InlineData(RecordType.A, "\"192.0.2.1\"", TextError.QuotesMisplaced)]
    [InlineData(RecordType.A, "192.0.2.1\n192.0.2.2", TextError.FieldSurplus)]
    [InlineData(RecordType.Aaaa, "1:2:3:4:5:6:7", TextError.IPv6Invalid)]
    [InlineData(RecordType.Aaaa, "1:2:3:4:5:6:7:8:9", TextError.IPv6Invalid)]
    [InlineData(RecordType.Aaaa, "1:2:3:4:5:6:7:8::", TextError.IPv6Invalid)]
    [InlineData(RecordType.Aaaa, "1::2::3", TextError.IPv6Invalid)]
    [InlineData(RecordType.Aaaa, "12345::", TextError.IPv6Invalid)]
    [InlineData(RecordType.Aaaa, ":1", TextError.IPv6Invalid)]
    [InlineData(RecordType.Aaaa, "1:", TextError.IPv6Invalid)]
    [InlineData(RecordType.Aaaa, "192.0.2.1::", TextError.IPv6Invalid)]
    [InlineData(RecordType.Aaaa, "fe80::1%eth0", TextError.IPv6Invalid)]
    [InlineData(RecordType.Mx, "65536 .", TextError.NumberInvalid)]
    [InlineData(RecordType.Mx, "-1 .", TextError.NumberInvalid)]
    [InlineData(RecordType.Mx, "10", TextError.FieldMissing)]
    [InlineData(RecordType.Ds, "1 256 1 00", TextError.NumberInvalid)]
    [InlineData(RecordType.Ds, "1 8 2 00", TextError.HexInvalid)]
    [InlineData(RecordType.Ds, "1 8 7 0", TextError.HexInvalid)]
    [InlineData(RecordType.Ds, "1 8 7", TextError.HexInvalid)]
    [InlineData(RecordType.Dnskey, "257 3 8", TextError.FieldMissing)]
    [InlineData(RecordType.Dnskey, "257 3 8 AQI", TextError.Base64Invalid)]
    [InlineData(RecordType.Dnskey, "257 3 8 AQ==AQID", TextError.Base64Invalid)]
    [InlineData(RecordType.Dnskey, "257 3 8 AQ== AQID", TextError.Base64Invalid)]
    [InlineData(RecordType.Rrsig, "A 5 3 1 21060207062816 0 1 . AQID", TextError.TimeInvalid)]
    [InlineData(RecordType.Rrsig, "A 5 3 1 20030231000000 0 1 . AQID", TextError.TimeInvalid)]
    [InlineData(RecordType.Rrsig, "A 5 3 1 19691231235959 0 1 . AQID", TextError.TimeInvalid)]
    [InlineData(RecordType.Rrsig, "A 5 3 1 20030301240000 0 1 . AQID", TextError.TimeInvalid)]
    [InlineData(RecordType.Rrsig, "FOO 5 3 1 0 0 1 . AQID", TextError.TypeUnknown)]
    [InlineData(RecordType.Nsec, ". FOO", TextError.TypeUnknown)]
    [InlineData(RecordType.Nxt, ". TYPE128", TextError.TypeUnknown)]
    [InlineData(RecordType.Nsec3, "1 0 0 - 2T7", TextError.Base32Invalid)]
    [InlineData(RecordType.Nsec3, "1 0 0 - 2W", TextError.Base32Invalid)]
    [InlineData(RecordType.Nsec3, "1 0 0 0 2T7B4G4V", TextError.HexInvalid)]
    [InlineData(RecordType.Zonemd, "1 1 240 000102030405060708090A", TextError.HexInvalid)]
    [InlineData(RecordType.Zonemd, "1 1 1 000102030405060708090A0B", TextError.HexInvalid)]
    [InlineData(RecordType.Loc, "91 N 0 E 0", TextError.ValueInvalid)]
    [InlineData(RecordType.Loc, "90 0 0.001 N 0 E 0", TextError.ValueInvalid)]
    [InlineData(RecordType.Loc, "0 N 180 0 0.001 E 0", TextError.ValueInvalid)]
    [InlineData(RecordType.Loc, "0 60 N 0 E 0", TextError.ValueInvalid)]
    [InlineData(RecordType.Loc, "0 N 0 E 42849672.96", TextError.ValueInvalid)]
    [InlineData(RecordType.Loc, "0 N 0 E 0 90000000.01", TextError.ValueInvalid)]
    [InlineData(RecordType.Loc, "0 X 0 E 0", TextError.ValueInvalid)]
    [InlineData(RecordType.Apl, "1:192.0.2.1/33", TextError.NumberInvalid)]
    [InlineData(RecordType.Apl, "3:00/8", TextError.ValueInvalid)]
    [InlineData(RecordType.Apl, "1:1.2.3/8", TextError.IPv4Invalid)]
    [InlineData(RecordType.Apl, "2:1.2.3.4/8", TextError.IPv6Invalid)]
    [InlineData(RecordType.Caa, "0 is-sue x", TextError.ValueInvalid)]
    [InlineData(RecordType.Uri, "1 1 \"\"", TextError.ValueInvalid)]
    [InlineData(RecordType.Ipseckey, "10 4 0 .", TextError.ValueInvalid)]
    [InlineData(RecordType.Ipseckey, "10 0 0 x", TextError.ValueInvalid)]
    [InlineData(RecordType.Amtrelay, "10 2 0 .", TextError.NumberInvalid)]
    [InlineData(RecordType.Amtrelay, "10 0 128 .", TextError.NumberInvalid)]
    [InlineData(RecordType.Eui48, "00-00-5e-00-53", TextError.HexInvalid)]
    [InlineData(RecordType.Eui48, "00-00-5e-00-53-2a-00", TextError.HexInvalid)]
    [InlineData(RecordType.Eui48, "0-00-5e-00-53-2a", TextError.HexInvalid)]
    [InlineData(RecordType.Nid, "1 1:2:3", TextError.HexInvalid)]
    [InlineData(RecordType.Nsap, "47000580", TextError.HexInvalid)]
    [InlineData(RecordType.Atma, "+1a", TextError.NumberInvalid)]
    [InlineData(RecordType.A6, "129 ::1 .", TextError.NumberInvalid)]
    [InlineData(RecordType.Hip, "2 00 =", TextError.Base64Invalid)]
    [InlineData(RecordType.Wks, "192.0.2.1 tcp nothing", TextError.ValueInvalid)]
    [InlineData(RecordType.Isdn, "a b c", TextError.FieldSurplus)]
    [InlineData(RecordType.Txt, "", TextError.FieldMissing)]
    [InlineData(RecordType.Txt, "a\"b\"\"", TextError.QuotesOpen)]
    [InlineData(RecordType.Txt, "a=\"b\"", TextError.QuotesMisplaced)]
    [InlineData(RecordType.Svcb, "1 . PORT=53", TextError.ServiceParameterInvalid)]
    [InlineData(RecordType.Svcb, "1 . key03=53", TextError.ServiceParameterInvalid)]
    [InlineData(RecordType.Svcb, "1 . port=65536", TextError.NumberInvalid)]
    [InlineData(RecordType.Svcb, "1 . no-default-alpn", TextError.None)]
    [InlineData(RecordType.Svcb, "1 . no-default-alpn=", TextError.ServiceParameterInvalid)]
    [InlineData(RecordType.Svcb, "1 . alpn=a\\\\b", TextError.EscapeMalformed)]
    [InlineData(RecordType.Svcb, "1 . key65535=x", TextError.ServiceParameterInvalid)]
    [InlineData(RecordType.Svcb, "1 . \"port=53\"", TextError.QuotesMisplaced)]
    [InlineData(RecordType.A, @"\# 4 C00002", TextError.RdataMalformed)]
    [InlineData(RecordType.A, @"\# 3 C00002", TextError.RdataMalformed)]
    [InlineData(RecordType.A, @"\#", TextError.FieldMissing)]
    [InlineData(RecordType.A, @"\# x", TextError.NumberInvalid)]
    [InlineData(RecordType.A, @"\# 4 C000020", TextError.HexInvalid)]
    [InlineData(RecordType.Null, "x", TextError.GenericFormNeeded)]
    public void This_text_is_refused_for_this_reason(RecordType type, string text, TextError reason)
    {
        Assert.Equal(reason, RdataText.Read(type, text, new byte[RdataText.MaxLength], out _));
    }

    [Theory]
    [InlineData(RecordType.A, "C00002")]
    [InlineData(RecordType.Txt, "")]
    [InlineData(RecordType.Loc, "01331613" + "8917DBD0" + "70BE15F0" + "00988D20")]
    [InlineData(RecordType.Loc, "00031613" + "8917DBD0" + "70BE15F0" + "00988D20")]
    [InlineData(RecordType.Loc, "00331613" + "FFFFFFFF" + "70BE15F0" + "00988D20")]
    [InlineData(RecordType.Apl, "0003080101")]
    [InlineData(RecordType.Apl, "0001080200" + "00")]
    [InlineData(RecordType.Nsec, "00" + "00020400")]
    [InlineData(RecordType.Caa, "0002612D" + "61")]
    [InlineData(RecordType.A6, "01FF000000000000000000000000000000" + "00")]
    [InlineData(RecordType.Dnskey, "01000308")]
    [InlineData(RecordType.Soa, "00")]
    public void What_its_fields_cannot_say_is_written_in_generic_form(RecordType type, string rdata)
    {
        Assert.Equal(
            $@"\# {rdata.Length / 2} {rdata}".TrimEnd(), RdataText.Write(type, Convert.FromHexString(rdata)));
    }

    [Fact]
    public void Types_of_the_Internet_class_are_opaque_in_another()
    {
        byte[] address = [192, 0, 2, 1];

        Assert.Equal(@"\# 4 C0000201", RdataText.Write(RecordType.A, address, RecordClass.Chaos));
        Assert.Equal("192.0.2.1", RdataText.Write(RecordType.A, address));
    }

    [Fact]
    public void Parse_throws_with_the_reason()
    {
        var error = Assert.Throws<FormatException>(() => RdataText.Parse(RecordType.A, "x"));

        Assert.Equal("A x: not an IPv4 address", error.Message);
    }

    [Fact]
    public void A_record_is_written_on_one_line()
    {
        Assert.Equal(
            "a.example. 60 IN MX 10 a.example.",
            RecordText.Write(
                Convert.FromHexString(Name), new(60), RecordClass.In, RecordType.Mx,
                Convert.FromHexString("000A" + Name)));
    }
}
