using Dns.Text;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Dns.Tests.Text;

public sealed class NameTextTests
{
    private static readonly byte[] Origin = [7, .. "example"u8, 0];

    [Theory]
    [InlineData(".", "00")]
    [InlineData("a.", "016100")]
    [InlineData("a", "0161076578616D706C6500")]
    [InlineData("A.b", "01410162076578616D706C6500")]
    [InlineData(@"a\.b.", "03612E6200")]
    [InlineData(@"\097.", "016100")]
    [InlineData(@"\000\255.", "0200FF00")]
    [InlineData(@"\@.", "014000")]
    [InlineData(@"\\.", "015C00")]
    [InlineData(@"*._x-y.", "012A045F782D7900")]
    [InlineData(@"\ .", "012000")]
    public void Names_are_read_with_their_escapes_and_origin(string text, string wire)
    {
        var name = new byte[WireName.MaxLength];

        Assert.True(NameText.TryRead(text, Origin, name, out var length));

        Assert.Equal(wire, Convert.ToHexString(name.AsSpan(0, length)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData(".a")]
    [InlineData("a..b")]
    [InlineData("a..")]
    [InlineData(@"\")]
    [InlineData(@"a\")]
    [InlineData(@"\1")]
    [InlineData(@"\12")]
    [InlineData(@"\12a")]
    [InlineData(@"\256")]
    [InlineData("a b")]
    [InlineData("ä")]
    [InlineData("a\u007f")]
    public void What_is_no_name_is_refused(string text)
    {
        Assert.False(NameText.TryRead(text, Origin, new byte[WireName.MaxLength], out _));
    }

    [Fact]
    public void A_label_has_63_octets_at_most()
    {
        Assert.True(DomainName.TryParse(new string('a', 63), out _));
        Assert.False(DomainName.TryParse(new string('a', 64), out _));
        Assert.True(DomainName.TryParse(string.Concat(Enumerable.Repeat(@"\255", 63)), out _));
        Assert.False(DomainName.TryParse(string.Concat(Enumerable.Repeat(@"\255", 64)), out _));
    }

    [Fact]
    public void A_name_has_255_octets_at_most()
    {
        var label = new string('a', 63);
        var longest = string.Join('.', label, label, label, new string('d', 61));

        Assert.True(DomainName.TryParse(longest, out var name));
        Assert.Equal(WireName.MaxLength, name.Wire.Length);
        Assert.True(DomainName.TryParse(longest + ".", out _));
        Assert.False(DomainName.TryParse(longest + "d", out _));
        Assert.False(DomainName.TryParse(longest + "d.", out _));
        Assert.False(DomainName.TryParse(longest + ".e", out _));
    }

    [Fact]
    public void A_relative_name_has_255_octets_with_its_origin()
    {
        var name = new byte[WireName.MaxLength];
        var label = new string('a', 63);
        var rest = string.Join('.', label, label, label);

        Assert.True(NameText.TryRead(rest + "." + new string('b', 53), Origin, name, out var length));
        Assert.Equal(WireName.MaxLength, length);
        Assert.False(NameText.TryRead(rest + "." + new string('b', 54), Origin, name, out _));
    }

    [Fact]
    public void The_longest_text_of_a_name_is_read()
    {
        var label = string.Concat(Enumerable.Repeat(@"\255", 63));
        var text = string.Join('.', label, label, label, string.Concat(Enumerable.Repeat(@"\255", 61))) + ".";

        Assert.True(DomainName.TryParse(text, out var name));
        Assert.Equal(text, name.ToString());
        Assert.InRange(text.Length, 0, NameText.MaxLength);
    }

    [Fact]
    public void Every_name_is_read_back_from_what_is_written()
    {
        Check.QuickThrowOnFailure(Prop.ForAll<int>(seed =>
        {
            var wire = RdataGenerator.Name(new Random(seed));
            var name = new byte[WireName.MaxLength];
            var isName = NameText.TryRead(NameText.Write(wire), [], name, out var length);
            return isName && wire.AsSpan().SequenceEqual(name.AsSpan(0, length));
        }));
    }

    [Fact]
    public void Whatever_the_text_it_is_read_or_refused()
    {
        Check.QuickThrowOnFailure(Prop.ForAll<byte[]>(octets =>
        {
            var name = new byte[WireName.MaxLength];
            return !NameText.TryRead(octets, Origin, name, out var length) || WireName.IsValid(name.AsSpan(0, length));
        }));
    }
}
