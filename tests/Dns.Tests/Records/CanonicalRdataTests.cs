using Dns.Records;
using Dns.Tests.Text;
using Dns.Text;
using Dns.Text.Fields;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Dns.Tests.Records;

public sealed class CanonicalRdataTests
{
    public static TheoryData<RecordType> Types => [.. RdataSyntax.Types.Where(type => type != RecordType.A6)];

    private const string Name = "03575757044E414D4500"; // WWW.NAME.
    private const string Folded = "03777777046E616D6500";

    [Theory]
    [InlineData(RecordType.Ns, Name, Folded)]
    [InlineData(RecordType.Md, Name, Folded)]
    [InlineData(RecordType.Mf, Name, Folded)]
    [InlineData(RecordType.Cname, Name, Folded)]
    [InlineData(RecordType.Mb, Name, Folded)]
    [InlineData(RecordType.Mg, Name, Folded)]
    [InlineData(RecordType.Mr, Name, Folded)]
    [InlineData(RecordType.Ptr, Name, Folded)]
    [InlineData(RecordType.Dname, Name, Folded)]
    [InlineData(RecordType.Nxt, Name + "4142", Folded + "4142")]
    [InlineData(RecordType.Soa, Name + Name + "4142434445464748494A4B4C4D4E4F5051525354",
        Folded + Folded + "4142434445464748494A4B4C4D4E4F5051525354")]
    [InlineData(RecordType.Minfo, Name + Name, Folded + Folded)]
    [InlineData(RecordType.Rp, Name + Name, Folded + Folded)]
    [InlineData(RecordType.Mx, "4142" + Name, "4142" + Folded)]
    [InlineData(RecordType.Afsdb, "4142" + Name, "4142" + Folded)]
    [InlineData(RecordType.Rt, "4142" + Name, "4142" + Folded)]
    [InlineData(RecordType.Kx, "4142" + Name, "4142" + Folded)]
    [InlineData(RecordType.Px, "4142" + Name + Name, "4142" + Folded + Folded)]
    [InlineData(RecordType.Srv, "414243444546" + Name, "414243444546" + Folded)]
    [InlineData(RecordType.Naptr, "41424344" + "0155" + "00" + "0241FF" + Name,
        "41424344" + "0155" + "00" + "0241FF" + Folded)]
    [InlineData(RecordType.Rrsig, "4142434445464748494A4B4C4D4E4F505152" + Name + "414243",
        "4142434445464748494A4B4C4D4E4F505152" + Folded + "414243")]
    [InlineData(RecordType.Sig, "4142434445464748494A4B4C4D4E4F505152" + Name + "414243",
        "4142434445464748494A4B4C4D4E4F505152" + Folded + "414243")]
    [InlineData(RecordType.A6, "784A" + Name, "784A" + Folded)]
    [InlineData(RecordType.A6, "00" + "4142434445464748494A4B4C4D4E4F50", "00" + "4142434445464748494A4B4C4D4E4F50")]
    public void Names_in_these_types_are_put_in_lower_case(RecordType type, string rdata, string expected)
    {
        Assert.True(CanonicalRdata.HasFoldedNames(type));
        Assert.Equal(expected, Canonical(type, rdata));
    }

    [Theory]
    [InlineData(RecordType.Nsec, Name + "000140")]
    [InlineData(RecordType.Hinfo, "0141" + "0142")]
    [InlineData(RecordType.Svcb, "0001" + Name)]
    [InlineData(RecordType.Hip, "4142" + Name)]
    [InlineData(RecordType.Lp, "4142" + Name)]
    [InlineData(RecordType.Talink, Name + Name)]
    [InlineData((RecordType)65280, Name)]
    public void Other_types_keep_their_octets(RecordType type, string rdata)
    {
        Assert.False(CanonicalRdata.HasFoldedNames(type));
        Assert.Equal(rdata, Canonical(type, rdata));
    }

    [Theory]
    [InlineData(RecordType.Ns, "")]
    [InlineData(RecordType.Ns, "03575757")]
    [InlineData(RecordType.Soa, Name + "03575757")]
    [InlineData(RecordType.Mx, "41")]
    [InlineData(RecordType.Naptr, "41424344")]
    [InlineData(RecordType.Naptr, "4142434405414243")]
    [InlineData(RecordType.A6, "")]
    [InlineData(RecordType.A6, "FF41424344")]
    [InlineData(RecordType.A6, "104142")]
    [InlineData(RecordType.Rrsig, "4142434445464748494A4B4C4D4E4F5051")]
    public void Malformed_rdata_is_written_as_long_as_it_came(RecordType type, string rdata)
    {
        Assert.Equal(rdata.Length, Canonical(type, rdata).Length);
    }

    [Theory, Rfc(4034, "6.2"), Rfc(6840, "5.1"), MemberData(nameof(Types))]
    public void Canonical_form_changes_the_case_of_names_where_the_list_says_so_and_of_nothing_else(RecordType type)
    {
        Check.QuickThrowOnFailure(Prop.ForAll<int>(seed =>
        {
            var rdata = RdataGenerator.Rdata(type, new Random(seed));
            var folded = rdata.ToArray();
            var position = 0;
            foreach (var field in RdataSyntax.Of(type, RecordClass.In))
            {
                var length = field.Measure(rdata.AsSpan(position));
                if (field is NameField && CanonicalRdata.HasFoldedNames(type))
                    WireName.Fold(rdata.AsSpan(position, length), folded.AsSpan(position));
                position += length;
            }
            return Canonical(type, Convert.ToHexString(rdata)) == Convert.ToHexString(folded);
        }));
    }

    [Theory]
    [InlineData("", "00", -1)]
    [InlineData("0A", "0A00", -1)]
    [InlineData("0A01", "0A00", 1)]
    [InlineData("80", "7F", 1)]
    [InlineData("0A", "0A", 0)]
    public void Rdata_sorts_as_left_justified_unsigned_octets(string left, string right, int expected)
    {
        var order = CanonicalRdata.Compare(Convert.FromHexString(left), Convert.FromHexString(right));

        Assert.Equal(expected, Math.Sign(order));
    }

    private static string Canonical(RecordType type, string rdata)
    {
        var octets = Convert.FromHexString(rdata);
        var written = new byte[octets.Length];
        var length = CanonicalRdata.Write(type, octets, written);
        return Convert.ToHexString(written.AsSpan(0, length));
    }
}
