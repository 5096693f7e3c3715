using Dns.Records;
using Xunit;

namespace Dns.Tests.Records;

public sealed class RecordViewTests
{
    private const string Example = "076578616D706C6500"; // example.

    [Fact]
    public void A_name_record_is_one_name_and_nothing_else()
    {
        Assert.True(NameData.TryRead(Octets(Example), out var name));
        Assert.Equal("example.", DomainName.FromWire(name).ToString());
        Assert.False(NameData.TryRead(Octets(Example + "00"), out _));
        Assert.False(NameData.TryRead(Octets("0765"), out _));
        Assert.False(NameData.TryRead([], out _));
    }

    [Fact]
    public void An_SOA_gives_its_names_serial_and_timers()
    {
        var timers = "00000708" + "00000384" + "00093A80" + "FFFFFFFF";

        Assert.True(SoaData.TryRead(Octets("026E73" + Example + "00" + "78B4F2B6" + timers), out var soa));

        Assert.Equal("ns.example.", DomainName.FromWire(soa.PrimaryName).ToString());
        Assert.Equal(".", DomainName.FromWire(soa.ResponsibleName).ToString());
        Assert.Equal(2025124534u, soa.Serial);
        Assert.Equal((1800u, 900u), (soa.Refresh.Seconds, soa.Retry.Seconds));
        Assert.Equal((604800u, 2147483647u), (soa.Expire.Seconds, soa.Minimum.Seconds));
    }

    [Fact]
    public void An_RRSIG_gives_its_fields_and_the_part_that_is_signed()
    {
        var head = "0006" + "0D" + "01" + "00000E10" + "65000000" + "64000000" + "ABCD" + Example;

        Assert.True(RrsigData.TryRead(Octets(head + "010203"), out var rrsig));

        Assert.Equal(RecordType.Soa, rrsig.TypeCovered);
        Assert.Equal((13, 1), (rrsig.Algorithm, rrsig.Labels));
        Assert.Equal(3600u, rrsig.OriginalTtl.Seconds);
        Assert.Equal((0x65000000u, 0x64000000u), (rrsig.Expiration, rrsig.Inception));
        Assert.Equal(0xABCD, rrsig.KeyTag);
        Assert.Equal("example.", DomainName.FromWire(rrsig.SignerName).ToString());
        Assert.Equal("010203", Convert.ToHexString(rrsig.Signature));
        Assert.Equal(head, Convert.ToHexString(rrsig.SignedPart));
    }

    [Fact]
    public void An_RRSIG_without_a_signature_is_malformed()
    {
        var head = "0006" + "0D" + "01" + "00000E10" + "65000000" + "64000000" + "ABCD" + Example;

        Assert.False(RrsigData.TryRead(Octets(head), out _));
    }

    [Theory, Rfc(4034, "5.4"), Rfc(6605, "6.1")]
    [InlineData(256, 5, 60485,
        "AQOeiiR0GOMYkDshWoSKz9XzfwJr1AYtsmx3TGkJaNXVbfi/2pHm822aJ5iI9BMzNXxeYCmZDRD99WYwYqUSdjMmmAphXdvxegXd/M5+X7Or"
        + "zKBaMbCVdFLUUh6DhweJBjEVv5f2wwjM9XzcnOf+EPbtG9DMBmADjFDc2w/rljwvFw==")]
    [InlineData(257, 13, 55648,
        "GojIhhXUN/u4v54ZQqGSnyhWJwaubCvTmeexv7bR6edbkrSqQpF64cYbcB7wNcP+e+MAnLr+Wi9xMWyQLc8NAA==")]
    public void A_DNSKEY_gives_its_flags_and_key_tag(ushort flags, byte algorithm, ushort tag, string key)
    {
        byte[] head = [(byte)(flags >> 8), (byte)flags, DnskeyData.DnssecProtocol, algorithm];
        byte[] rdata = [.. head, .. Convert.FromBase64String(key)];

        Assert.True(DnskeyData.TryRead(rdata, out var dnskey));

        Assert.Equal(tag, dnskey.KeyTag);
        Assert.Equal(algorithm, dnskey.Algorithm);
        Assert.Equal(key, Convert.ToBase64String(dnskey.PublicKey));
        Assert.True(dnskey.IsZoneKey);
        Assert.False(dnskey.IsRevoked);
        Assert.Equal(flags == 257, dnskey.IsSecureEntryPoint);
    }

    [Theory, Rfc(4034, "B"), Rfc(4034, "B.1")]
    [InlineData("0181" + "03" + "08" + "0102", true, 1419)]
    [InlineData("0100" + "03" + "01" + "0011223344", false, 0x2233)]
    [InlineData("0100" + "03" + "01" + "1122", false, 0)]
    public void A_revoked_key_says_so_and_RSAMD5_has_a_tag_of_its_own(string rdata, bool isRevoked, ushort tag)
    {
        Assert.True(DnskeyData.TryRead(Octets(rdata), out var dnskey));
        Assert.Equal((isRevoked, tag), (dnskey.IsRevoked, dnskey.KeyTag));
    }

    [Fact]
    public void A_DS_gives_tag_algorithm_and_digest()
    {
        Assert.True(DsData.TryRead(Octets("4F66" + "08" + "02" + "E06D"), out var ds));
        Assert.Equal((20326, 8, 2, "E06D"), (ds.KeyTag, ds.Algorithm, ds.DigestType, Convert.ToHexString(ds.Digest)));
    }

    [Fact]
    public void An_NSEC3_gives_parameters_hash_and_types()
    {
        var parameters = "01" + "01" + "000C" + "04AABBCCDD";

        Assert.True(Nsec3Data.TryRead(Octets(parameters + "03010203" + "000140"), out var nsec3));

        Assert.True(nsec3.IsOptOut);
        Assert.Equal((1, 1, 12), (nsec3.HashAlgorithm, nsec3.Flags, nsec3.Iterations));
        Assert.Equal(("AABBCCDD", "010203"), (Convert.ToHexString(nsec3.Salt), Convert.ToHexString(nsec3.NextHash)));
        Assert.True(nsec3.Types.Contains(RecordType.A));
        Assert.False(Nsec3Data.TryRead(Octets("01" + "01" + "000C" + "00" + "00"), out _));
        Assert.False(Nsec3Data.TryRead(Octets("01" + "01" + "000C" + "00" + "0101" + "0000"), out _));
    }

    [Fact]
    public void An_NSEC3PARAM_gives_its_parameters()
    {
        Assert.True(Nsec3paramData.TryRead(Octets("01" + "00" + "0001" + "02AABB"), out var parameters));
        Assert.Equal((1, 0, 1), (parameters.HashAlgorithm, parameters.Flags, parameters.Iterations));
        Assert.Equal("AABB", Convert.ToHexString(parameters.Salt));
    }

    [Fact]
    public void MX_and_SRV_give_preference_and_target()
    {
        Assert.True(MxData.TryRead(Octets("000A" + Example), out var mx));
        Assert.True(SrvData.TryRead(Octets("000100021F90" + Example), out var srv));
        Assert.Equal((10, "example."), (mx.Preference, DomainName.FromWire(mx.Exchange).ToString()));
        Assert.Equal((1, 2, 8080), (srv.Priority, srv.Weight, srv.Port));
        Assert.Equal("example.", DomainName.FromWire(srv.Target).ToString());
    }

    [Fact]
    public void An_SVCB_gives_its_target_and_finds_its_parameters()
    {
        var parameters = "00010003026832" + "00020000" + "000300020035";

        Assert.True(SvcbData.TryRead(Octets("0001" + Example + parameters), out var svcb));

        Assert.False(svcb.IsAlias);
        Assert.Equal((1, "example."), (svcb.Priority, DomainName.FromWire(svcb.TargetName).ToString()));
        Assert.True(svcb.TryFind(3, out var port));
        Assert.Equal("0035", Convert.ToHexString(port));
        Assert.True(svcb.TryFind(2, out var empty));
        Assert.True(empty.IsEmpty);
        Assert.False(svcb.TryFind(4, out _));
    }

    [Theory]
    [InlineData("0001" + "00" + "0003" + "0002" + "0035" + "0001" + "0000")] // keys out of order
    [InlineData("0001" + "00" + "0003" + "0000" + "0003" + "0000")] // a key twice
    [InlineData("0001" + "00" + "0003" + "0002" + "00")] // a value cut
    [InlineData("0001" + "00" + "000300")] // a length cut
    public void An_SVCB_with_a_broken_parameter_list_is_malformed(string rdata)
    {
        Assert.False(SvcbData.TryRead(Octets(rdata), out var svcb));
        Assert.False(svcb.TryFind(4, out _));
    }

    [Fact]
    public void A_ZONEMD_digest_has_at_least_twelve_octets()
    {
        Assert.True(ZonemdData.TryRead(Octets("78B4F2B6" + "01" + "F1" + "000102030405060708090A0B"), out var zonemd));
        Assert.Equal((2025124534u, 1, 241), (zonemd.Serial, zonemd.Scheme, zonemd.HashAlgorithm));
        Assert.Equal(12, zonemd.Digest.Length);
        Assert.False(ZonemdData.TryRead(Octets("78B4F2B6" + "01" + "F1" + "000102030405060708090A"), out _));
    }

    [Theory]
    [InlineData("SOA", "00" + "00" + "0102030405060708090A0B0C0D0E0F1011121314")]
    [InlineData("RRSIG", "00060D0100000E106500000064000000ABCD" + "00" + "01")]
    [InlineData("DNSKEY", "01000308" + "01")]
    [InlineData("DS", "4F660802" + "E0")]
    [InlineData("NSEC3PARAM", "01000001" + "01AA")]
    [InlineData("MX", "000A" + Example)]
    [InlineData("SRV", "000100021F90" + Example)]
    public void Every_shorter_rdata_is_malformed(string type, string rdata)
    {
        var octets = Octets(rdata);

        Assert.True(TryRead(type, octets));
        Assert.All(Enumerable.Range(0, octets.Length), length => Assert.False(TryRead(type, octets.AsSpan(0, length))));
    }

    private static bool TryRead(string type, ReadOnlySpan<byte> rdata) => type switch
    {
        "SOA" => SoaData.TryRead(rdata, out _),
        "RRSIG" => RrsigData.TryRead(rdata, out _),
        "DNSKEY" => DnskeyData.TryRead(rdata, out _),
        "DS" => DsData.TryRead(rdata, out _),
        "NSEC3PARAM" => Nsec3paramData.TryRead(rdata, out _),
        "MX" => MxData.TryRead(rdata, out _),
        _ => SrvData.TryRead(rdata, out _),
    };

    private static byte[] Octets(string hex) => Convert.FromHexString(hex);
}
