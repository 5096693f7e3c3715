using Dns.Wire;
using Xunit;

namespace Dns.Tests.Wire;

public sealed class ParsedNameTests
{
    [Theory, Rfc(1035, "2.3.4")]
    [InlineData("63 63 63 61", WireError.None)]
    [InlineData("63 63 63 62", WireError.NameTooLong)]
    [InlineData("64", WireError.LabelType)]
    public void A_name_has_255_octets_at_most_and_a_label_63(string labels, WireError expected)
    {
        var wire = Labels(labels.Split(' ').Select(int.Parse));

        Assert.Equal(expected, ParsedName.TryParse(wire, 0, out _, out _));
        Assert.Equal(expected == WireError.None, WireName.IsValid(wire));
    }

    [Theory, Rfc(1035, "2.3.4")]
    [InlineData(127, WireError.None)]
    [InlineData(128, WireError.NameTooLong)]
    public void A_name_has_127_labels_at_most(int count, WireError expected) =>
        Assert.Equal(expected, ParsedName.TryParse(Labels(Enumerable.Repeat(1, count)), 0, out _, out _));

    [Theory, Rfc(1035, "2.3.4")]
    [InlineData(1, WireError.None)]
    [InlineData(2, WireError.NameTooLong)]
    public void A_pointer_does_not_make_a_name_longer_than_255_octets(int label, WireError expected)
    {
        byte[] message = [.. Labels([63, 63, 63, 59]), .. Labels([label]).AsSpan(0, label + 1), 0xc0, 0];

        Assert.Equal(expected, ParsedName.TryParse(message, 253, out var name, out _));
        Assert.Equal(expected == WireError.None ? 255 : 0, name.Length);
    }

    [Theory]
    [InlineData(127, WireError.None)]
    [InlineData(128, WireError.PointerChain)]
    public void A_name_leads_through_127_pointers_at_most(int pointers, WireError expected)
    {
        var message = PointerChain(pointers);

        Assert.Equal(expected, ParsedName.TryParse(message, message.Length - 2, out _, out _));
    }

    [Theory, Rfc(1035, "4.1.4")]
    [InlineData("C000", 0, WireError.PointerForward)]
    [InlineData("C002 00", 0, WireError.PointerForward)]
    [InlineData("00 C000", 1, WireError.None)]
    [InlineData("0161 C000", 0, WireError.PointerForward)]
    [InlineData("C002 C000", 2, WireError.PointerForward)]
    [InlineData("0161 C000", 2, WireError.PointerForward)]
    [InlineData("00 FFFF", 1, WireError.PointerForward)]
    [InlineData("00 C0", 1, WireError.NameCut)]
    [InlineData("0361", 0, WireError.NameCut)]
    [InlineData("036162", 0, WireError.NameCut)]
    [InlineData("", 0, WireError.NameCut)]
    [InlineData("40", 0, WireError.LabelType)]
    [InlineData("BF00", 0, WireError.LabelType)]
    public void Pointers_lead_back_and_labels_are_labels(string hex, int offset, WireError expected) =>
        Assert.Equal(expected, ParsedName.TryParse(
            Convert.FromHexString(hex.Replace(" ", "")), offset, out _, out _));

    [Fact]
    public void A_pointer_may_lead_into_the_middle_of_a_name_and_end_is_behind_the_first_pointer()
    {
        byte[] message = [1, (byte)'a', 1, (byte)'b', 0, 1, (byte)'c', 0xc0, 2, 99];

        Assert.Equal(WireError.None, ParsedName.TryParse(message, 5, out var name, out var end));

        Assert.Equal(9, end);
        Assert.Equal("c.b.", name.ToString());
        Assert.True(name.Equals(DomainName.Parse("C.B.").Wire));
        Assert.False(name.Equals(DomainName.Parse("C.D.").Wire));
    }

    [Fact]
    public void Names_whose_labels_differ_in_length_alone_are_not_equal()
    {
        byte[] message = [2, (byte)'a', 1, 1, (byte)'b', 0];
        Assert.Equal(WireError.None, ParsedName.TryParse(message, 0, out var name, out _));

        Assert.False(name.Equals([1, (byte)'a', 2, 1, (byte)'b', 0]));
    }

    [Theory]
    [InlineData("a.b")]
    [InlineData("a\0b")]
    [InlineData("a b")]
    [InlineData("@")]
    [InlineData("\u00ff")]
    [InlineData("\\")]
    public void Any_octet_in_a_label_is_that_octet_and_nothing_else(string label)
    {
        byte[] octets = System.Text.Encoding.Latin1.GetBytes(label);
        byte[] wire = [(byte)octets.Length, .. octets, 7, .. "example"u8, 0];

        Assert.Equal(WireError.None, ParsedName.TryParse(wire, 0, out var name, out _));

        Assert.Equal(2, name.ToDomainName().LabelCount);
        Assert.Equal(wire, name.ToDomainName().Wire.ToArray());
        Assert.Equal(wire, DomainName.Parse(name.ToString()).Wire.ToArray());
    }

    private static byte[] Labels(IEnumerable<int> lengths) =>
        [.. lengths.SelectMany(length => Enumerable.Repeat((byte)'a', length).Prepend((byte)length)), 0];

    private static byte[] PointerChain(int pointers)
    {
        var message = new List<byte> { 0 };
        for (var i = 0; i < pointers; i++)
        {
            var target = Math.Max(0, message.Count - 2);
            message.AddRange([(byte)(0xc0 | target >> 8), (byte)target]);
        }
        return [.. message];
    }
}
