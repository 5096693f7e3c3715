using Dns.Tests.Generators;
using Dns.Wire;
using FsCheck.Fluent;
using Xunit;

namespace Dns.Tests.Wire;

public sealed class RdataFormTests
{
    private const string Name = "0161016200";

    [Theory]
    [InlineData(RecordType.A, "C0000201", true)]
    [InlineData(RecordType.A, "C00002", false)]
    [InlineData(RecordType.A, "C000020100", false)]
    [InlineData(RecordType.Txt, "00", true)]
    [InlineData(RecordType.Txt, "", false)]
    [InlineData(RecordType.Txt, "0261", false)]
    [InlineData(RecordType.Nsec, Name + "000140", true)]
    [InlineData(RecordType.Nsec, Name + "0000", false)]
    [InlineData(RecordType.Nsec, Name + "00014001", false)]
    [InlineData(RecordType.Nsec, Name + "0001400001FF", false)]
    [InlineData(RecordType.Nsec3, "01000001000101", true)]
    [InlineData(RecordType.Nsec3, "010000010000", false)]
    [InlineData(RecordType.Ds, "00010802" + "00", false)]
    [InlineData(RecordType.Ds, "000108FF" + "00", true)]
    [InlineData(RecordType.Caa, "00" + "0161" + "62", true)]
    [InlineData(RecordType.Caa, "00" + "00" + "62", false)]
    [InlineData(RecordType.Uri, "00000000" + "61", true)]
    [InlineData(RecordType.Uri, "00000000", false)]
    [InlineData(RecordType.Ipseckey, "01" + "01" + "02" + "C0000201" + "FF", true)]
    [InlineData(RecordType.Ipseckey, "01" + "01" + "02" + "C00002", false)]
    [InlineData(RecordType.Ipseckey, "01" + "03" + "02" + Name, true)]
    [InlineData(RecordType.Ipseckey, "01" + "00", false)]
    [InlineData(RecordType.Amtrelay, "01" + "83" + Name, true)]
    [InlineData(RecordType.Amtrelay, "01" + "83" + Name + "00", false)]
    [InlineData(RecordType.Amtrelay, "01", false)]
    [InlineData(RecordType.Hip, "01010001" + "FFFF" + Name + Name, true)]
    [InlineData(RecordType.Hip, "01010001" + "FFFF" + Name + "0161", false)]
    [InlineData(RecordType.Hip, "010100", false)]
    [InlineData(RecordType.A6, "80" + Name, true)]
    [InlineData(RecordType.A6, "81" + Name, false)]
    [InlineData(RecordType.A6, "", false)]
    [InlineData(RecordType.Loc, "00", false)]
    [InlineData(RecordType.Loc, "01", true)]
    [InlineData(RecordType.Apl, "00011804C0000201", true)]
    [InlineData(RecordType.Apl, "00012104C0000201", false)]
    [InlineData(RecordType.Apl, "00011805C000020100", false)]
    [InlineData(RecordType.Hinfo, "00", false)]
    [InlineData(RecordType.Null, "", true)]
    [InlineData((RecordType)65280, "", true)]
    public void Rdata_has_the_form_of_its_type(RecordType type, string hex, bool isSound) =>
        Assert.Equal(isSound, RdataExpander.IsWellFormed(type, RecordClass.In, Convert.FromHexString(hex)));

    [Theory, Rfc(9460, "2.2")]
    [InlineData("0001 0003 026832 0003 0002 01BB", true)]
    [InlineData("0003 0002 01BB 0001 0003 026832", false)]
    [InlineData("0003 0002 01BB 0003 0002 01BB", false)]
    [InlineData("0003 0001 01", false)]
    [InlineData("0004 0004 C0000201", true)]
    [InlineData("0004 0000", false)]
    [InlineData("0001 0000", false)]
    [InlineData("0001 0001 00", false)]
    [InlineData("0002 0000", true)]
    [InlineData("0000 0002 0001 0001 0003 026832", true)]
    [InlineData("0000 0002 0000", false)]
    [InlineData("0000 0002 0001", false)]
    [InlineData("0000 0004 0003 0001 0001 0003 026832 0003 0002 01BB", false)]
    [InlineData("0000 0004 0001 0003 0001 0003 026832 0003 0002 01BB", true)]
    [InlineData("FFFE 0000", true)]
    [InlineData("FFFF 0000", false)]
    public void Service_parameters_ascend_and_have_values_of_their_form(string hex, bool isSound)
    {
        var rdata = Convert.FromHexString("0001" + "00" + hex.Replace(" ", ""));

        Assert.Equal(isSound, RdataExpander.IsWellFormed(RecordType.Https, RecordClass.In, rdata));
    }

    [Fact, Rfc(3597, "4")]
    public void Names_in_rdata_are_uncompressed_for_the_types_listed_and_for_no_other()
    {
        RecordType[] listed =
        [
            RecordType.Ns, RecordType.Md, RecordType.Mf, RecordType.Cname, RecordType.Soa, RecordType.Mb,
            RecordType.Mg, RecordType.Mr, RecordType.Ptr, RecordType.Minfo, RecordType.Mx, RecordType.Rp,
            RecordType.Afsdb, RecordType.Rt, RecordType.Sig, RecordType.Px, RecordType.Nxt, RecordType.Naptr,
            RecordType.Srv,
        ];

        var uncompressed = MessageModel.Types.Where(type =>
            RdataForm.Of(type, RecordClass.In).Contains(RdataField.CompressibleName));

        Assert.Equal(listed.Order(), uncompressed.Order());
    }

    [Theory, Rfc(3597, "4")]
    [InlineData(RecordType.Cname, "C00C", Name)]
    [InlineData(RecordType.Mx, "0001" + "0163C00E", "0001" + "0163016200")]
    [InlineData(RecordType.Srv, "000100020003" + "C00C", "000100020003" + Name)]
    [InlineData(RecordType.Naptr, "00010002" + "0161" + "00" + "00" + "C00C", "00010002" + "0161" + "00" + "00" + Name)]
    [InlineData(RecordType.Rp, "C00C" + "C00C", Name + Name)]
    [InlineData(RecordType.Dname, "C00C", null)]
    [InlineData(RecordType.Nsec, "C00C" + "000140", null)]
    [InlineData(RecordType.Svcb, "0001" + "C00C", null)]
    [InlineData(RecordType.Null, "C00C", "C00C")]
    [InlineData((RecordType)65280, "C00C", "C00C")]
    public void A_pointer_is_followed_refused_or_an_opaque_octet(RecordType type, string rdata, string? expected)
    {
        var record = Only(type, rdata, out var error);

        Assert.Equal(expected is null ? WireError.RdataMalformed : WireError.None, error);
        Assert.Equal(expected ?? record, record);
    }

    [Fact]
    public void A_name_in_rdata_ends_inside_it()
    {
        Only(RecordType.Ns, "0361", out var error);

        Assert.Equal(WireError.RdataMalformed, error);
    }

    [Theory, Rfc(1035, "3.4")]
    [InlineData(RecordClass.In, false)]
    [InlineData(RecordClass.Chaos, true)]
    public void Addresses_have_their_form_in_the_internet_class_only(RecordClass recordClass, bool isSound) =>
        Assert.Equal(isSound, RdataExpander.IsWellFormed(RecordType.A, recordClass, [1, 2]));

    [Fact]
    public void Sound_rdata_of_every_type_is_found_sound() => Law.Holds(
        Gen.Elements(MessageModel.Types).SelectMany(type => RdataGen.Of(type).Select(rdata => (type, rdata))), pair =>
            Assert.True(RdataExpander.IsWellFormed(pair.type, RecordClass.In, pair.rdata)));

    [Theory]
    [InlineData(65535 - 18 - 255, WireError.None)]
    [InlineData(65535 - 18 - 254, WireError.RdataMalformed)]
    public void Rdata_does_not_grow_beyond_what_a_length_can_say(int signature, WireError expected)
    {
        var name = NameGen.Join([new byte[63], new byte[63], new byte[63], new byte[61]]);
        byte[] message =
        [
            0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, .. name, 0, 1, 0, 1, 0, 0, 24, 0, 1, 0, 0, 0, 0,
            (byte)((signature + 20) >> 8), (byte)(signature + 20), .. new byte[18], 0xc0, 12, .. new byte[signature],
        ];
        Assert.True(MessageReader.TryStart(message, out var reader));
        Assert.True(reader.TryReadRecord(out var record));

        Assert.Equal(expected, RdataExpander.TryExpand(record, new byte[70000], out _));
    }

    private static string Only(RecordType type, string rdata, out WireError error)
    {
        byte[] octets = Convert.FromHexString(rdata);
        byte[] message =
        [
            0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, .. Convert.FromHexString(Name), 0, 1, 0, 1,
            0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, .. octets,
        ];
        message[22] = (byte)((int)type >> 8);
        message[23] = (byte)type;
        message[31] = (byte)octets.Length;
        Assert.True(MessageReader.TryStart(message, out var reader));
        Assert.True(reader.TryReadRecord(out var record));
        var destination = new byte[600];
        error = RdataExpander.TryExpand(record, destination, out var length);
        return Convert.ToHexString(destination.AsSpan(0, length));
    }
}
