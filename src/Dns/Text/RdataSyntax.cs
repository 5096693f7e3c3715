using Dns.Text.Fields;

namespace Dns.Text;

/// <summary>
/// What the RDATA of each type is in presentation format: a list of fields, by which it is both read and written. A
/// type without one is written in generic form only.
/// </summary>
internal static class RdataSyntax
{
    private static readonly TextField U8 = new NumberField(1);
    private static readonly TextField U16 = new NumberField(2);
    private static readonly TextField U32 = new NumberField(4);
    private static readonly TextField U64 = new NumberField(8);
    private static readonly TextField Algorithm = new NumberField(1, DnssecAlgorithmText.Table);
    private static readonly TextField Scheme = new NumberField(1, CodePoints.SyncSchemes, NumberStyle.Word);
    private static readonly TextField CertificateType = new NumberField(2, CodePoints.Certificates, NumberStyle.Word);
    private static readonly TextField Type = new TypeField();
    private static readonly TextField Duration = new DurationField();
    private static readonly TextField Time = new TimeField();
    private static readonly TextField Name = new NameField();
    private static readonly TextField Names = new NamesField();
    private static readonly TextField Text = new StringField();
    private static readonly TextField Texts = new StringsField();
    private static readonly TextField OneOrTwoTexts = new StringsField(2);
    private static readonly TextField LongText = new LongStringField(0);
    private static readonly TextField LongTextNotEmpty = new LongStringField(1);
    private static readonly TextField Tag = new TagField();
    private static readonly TextField Hex = new HexField();
    private static readonly TextField Base64 = new Base64Field();
    private static readonly TextField Base64OrNone = new Base64Field(0);
    private static readonly TextField Base64OrDash = new DashOrBase64Field();
    private static readonly TextField Salt = new SaltField();
    private static readonly TextField Hash = new HashField();
    private static readonly TextField Bitmap = new BitmapField();
    private static readonly TextField NxtBitmap = new NxtBitmapField();
    private static readonly TextField IPv4 = new IPv4Field();
    private static readonly TextField IPv6 = new IPv6Field();
    private static readonly TextField Locator64 = new GroupsField(4, 2, ':', 1);
    private static readonly TextField DelegationDigest = new DigestField(CodePoints.DelegationDigestLength);
    private static readonly TextField ZoneDigest = new ZoneDigestField();

    private static readonly TextField[] OneName = [Name];
    private static readonly TextField[] TwoNames = [Name, Name];
    private static readonly TextField[] NumberAndName = [U16, Name];
    private static readonly TextField[] Strings = [Texts];
    private static readonly TextField[] Octets = [Base64];
    private static readonly TextField[] Key = [U16, U8, Algorithm, Base64];
    private static readonly TextField[] KeyOrNone = [U16, U8, Algorithm, Base64OrNone];
    private static readonly TextField[] Digest = [U16, Algorithm, DelegationDigest];
    private static readonly TextField[] Signature = [Type, Algorithm, U8, U32, Time, Time, U16, Name, Base64];
    private static readonly TextField[] Association = [U8, U8, U8, Hex];
    private static readonly TextField[] Service = [U16, Name, new ParametersField()];
    private static readonly TextField[] Identifier64 = [U16, Locator64];

    private static readonly Dictionary<RecordType, TextField[]> Table = new()
    {
        [RecordType.A] = [IPv4],
        [RecordType.Ns] = OneName,
        [RecordType.Md] = OneName,
        [RecordType.Mf] = OneName,
        [RecordType.Cname] = OneName,
        [RecordType.Soa] = [Name, Name, U32, Duration, Duration, Duration, Duration],
        [RecordType.Mb] = OneName,
        [RecordType.Mg] = OneName,
        [RecordType.Mr] = OneName,
        [RecordType.Wks] = [IPv4, new PortsField()],
        [RecordType.Ptr] = OneName,
        [RecordType.Hinfo] = [Text, Text],
        [RecordType.Minfo] = TwoNames,
        [RecordType.Mx] = NumberAndName,
        [RecordType.Txt] = Strings,
        [RecordType.Rp] = TwoNames,
        [RecordType.Afsdb] = NumberAndName,
        [RecordType.X25] = [Text],
        [RecordType.Isdn] = [OneOrTwoTexts],
        [RecordType.Rt] = NumberAndName,
        [RecordType.Nsap] = [new NsapField()],
        [RecordType.NsapPtr] = OneName,
        [RecordType.Sig] = Signature,
        [RecordType.Key] = KeyOrNone,
        [RecordType.Px] = [U16, Name, Name],
        [RecordType.Gpos] = [Text, Text, Text],
        [RecordType.Aaaa] = [IPv6],
        [RecordType.Loc] = [new LocationField()],
        [RecordType.Nxt] = [Name, NxtBitmap],
        [RecordType.Eid] = [Hex],
        [RecordType.Nimloc] = [Hex],
        [RecordType.Srv] = [U16, U16, U16, Name],
        [RecordType.Atma] = [new AtmaField()],
        [RecordType.Naptr] = [U16, U16, Text, Text, Text, Name],
        [RecordType.Kx] = NumberAndName,
        [RecordType.Cert] = [CertificateType, U16, Algorithm, Base64],
        [RecordType.A6] = [new AddressChainField()],
        [RecordType.Dname] = OneName,
        [RecordType.Sink] = [U8, U8, U8, Base64OrNone],
        [RecordType.Apl] = [new PrefixesField()],
        [RecordType.Ds] = Digest,
        [RecordType.Sshfp] = [U8, U8, Hex],
        [RecordType.Ipseckey] = [U8, new GatewayField(), Base64OrNone],
        [RecordType.Rrsig] = Signature,
        [RecordType.Nsec] = [Name, Bitmap],
        [RecordType.Dnskey] = Key,
        [RecordType.Dhcid] = Octets,
        [RecordType.Nsec3] = [U8, U8, U16, Salt, Hash, Bitmap],
        [RecordType.Nsec3param] = [U8, U8, U16, Salt],
        [RecordType.Tlsa] = Association,
        [RecordType.Smimea] = Association,
        [RecordType.Hip] = [new HostIdentityField(), Names],
        [RecordType.Ninfo] = Strings,
        [RecordType.Rkey] = KeyOrNone,
        [RecordType.Talink] = TwoNames,
        [RecordType.Cds] = Digest,
        [RecordType.Cdnskey] = Key,
        [RecordType.Openpgpkey] = Octets,
        [RecordType.Csync] = [U32, U16, Bitmap],
        [RecordType.Zonemd] = [U32, ZoneDigest],
        [RecordType.Svcb] = Service,
        [RecordType.Https] = Service,
        [RecordType.Dsync] = [Type, Scheme, U16, Name],
        [RecordType.Hhit] = Octets,
        [RecordType.Brid] = Octets,
        [RecordType.Spf] = Strings,
        [RecordType.Nid] = Identifier64,
        [RecordType.L32] = [U16, IPv4],
        [RecordType.L64] = Identifier64,
        [RecordType.Lp] = NumberAndName,
        [RecordType.Eui48] = [new GroupsField(6, 1, '-', 2)],
        [RecordType.Eui64] = [new GroupsField(8, 1, '-', 2)],
        [RecordType.Uri] = [U16, U16, LongTextNotEmpty],
        [RecordType.Caa] = [U8, Tag, LongText],
        [RecordType.Avc] = Strings,
        [RecordType.Doa] = [U32, U32, U8, Text, Base64OrDash],
        [RecordType.Amtrelay] = [U8, new RelayField()],
        [RecordType.Resinfo] = Strings,
        [RecordType.Wallet] = Strings,
        [RecordType.Cla] = Strings,
        [RecordType.Ipn] = [U64],
        [RecordType.Ta] = Digest,
        [RecordType.Dlv] = Digest,
    };

    /// <summary>The types that have fields.</summary>
    public static IEnumerable<RecordType> Types => Table.Keys;

    /// <summary>The fields of a type; empty for one that has the generic form only.</summary>
    public static ReadOnlySpan<TextField> Of(RecordType type, RecordClass recordClass) =>
        Table.TryGetValue(type, out var fields) && (recordClass == RecordClass.In || !IsOfInternetOnly(type))
            ? fields
            : [];

    // RFC 1035 §3.4, RFC 3596 §2: A and AAAA are defined for the Internet class, and so are the others here.
    private static bool IsOfInternetOnly(RecordType type) => type is RecordType.A or RecordType.Aaaa or RecordType.Srv
        or RecordType.Wks or RecordType.Px or RecordType.Kx or RecordType.A6 or RecordType.Apl;
}
