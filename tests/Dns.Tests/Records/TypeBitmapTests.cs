using Dns.Records;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Dns.Tests.Records;

public sealed class TypeBitmapTests
{
    private const string Rfc4034 = "0006400100000003041B" + "000000000000000000000000000000000000000000000000000020";

    [Fact, Rfc(4034, "4.3")]
    public void The_RFCs_example_has_its_types()
    {
        Assert.True(NsecData.TryRead(Octets("04686F7374076578616D706C6503636F6D00" + Rfc4034), out var nsec));

        Assert.Equal("host.example.com.", DomainName.FromWire(nsec.NextName).ToString());
        Assert.Equal(
            [RecordType.A, RecordType.Mx, RecordType.Rrsig, RecordType.Nsec, (RecordType)1234], Types(nsec.Types));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0001" + "80")]
    [InlineData("0020" + "0000000000000000000000000000000000000000000000000000000000000001")]
    [InlineData("0001" + "80" + "FF01" + "01")]
    public void These_bitmaps_are_well_formed(string octets)
    {
        Assert.True(TypeBitmap.TryRead(Octets(octets), out _));
    }

    [Theory]
    [InlineData("00")] // no length
    [InlineData("0000")] // an empty window
    [InlineData("0001")] // a window cut
    [InlineData("0002" + "4000")] // a trailing zero octet
    [InlineData("0021" + "000000000000000000000000000000000000000000000000000000000000000001")] // 33 octets
    [InlineData("0001" + "80" + "0001" + "80")] // a window twice
    [InlineData("0101" + "80" + "0001" + "80")] // windows out of order
    public void These_bitmaps_are_malformed(string octets)
    {
        Assert.False(TypeBitmap.TryRead(Octets(octets), out _));
    }

    [Fact]
    public void A_bitmap_contains_exactly_the_types_it_lists()
    {
        Check.QuickThrowOnFailure(Prop.ForAll<byte[], ushort>((seed, probe) =>
        {
            byte[] octets = seed.Length == 0 ? [] : [0, (byte)Math.Min(seed.Length, 31), .. seed.Take(31)];
            return !TypeBitmap.TryRead(octets, out var bitmap)
                || (Types(bitmap).Contains((RecordType)probe) == bitmap.Contains((RecordType)probe)
                    && Types(bitmap).TrueForAll(type => Contains(octets, type))
                    && bitmap.IsEmpty == (Types(bitmap).Count == 0));
        }));
    }

    private static bool Contains(byte[] octets, RecordType type) =>
        TypeBitmap.TryRead(octets, out var bitmap) && bitmap.Contains(type);

    private static List<RecordType> Types(TypeBitmap bitmap)
    {
        var types = new List<RecordType>();
        foreach (var type in bitmap)
            types.Add(type);
        return types;
    }

    private static byte[] Octets(string hex) => Convert.FromHexString(hex);
}
