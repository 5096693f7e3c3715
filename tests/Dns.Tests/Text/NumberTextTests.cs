using System.Globalization;
using System.Text;
using Dns.Text;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Dns.Tests.Text;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("0", 0ul)]
    [InlineData("1", 1ul)]
    [InlineData("255", 255ul)]
    [InlineData("65535", 65535ul)]
    [InlineData("4294967295", 4294967295ul)]
    [InlineData("18446744073709551615", ulong.MaxValue)]
    public void The_largest_number_of_a_field_is_read_and_the_next_is_not(string text, ulong max)
    {
        var next = (BigInteger(max) + 1).ToString(CultureInfo.InvariantCulture);

        Assert.True(NumberText.TryRead(Encoding.ASCII.GetBytes(text), max, out var value));
        Assert.Equal(max, value);
        Assert.True(NumberText.TryRead(Encoding.ASCII.GetBytes("000" + text), max, out _));
        Assert.False(NumberText.TryRead(Encoding.ASCII.GetBytes(next), max, out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1a")]
    [InlineData(" 1")]
    [InlineData("0x1")]
    public void What_is_not_digits_is_no_number(string text)
    {
        Assert.False(NumberText.TryRead(Encoding.ASCII.GetBytes(text), ulong.MaxValue, out _));
    }

    [Fact]
    public void A_number_is_read_if_and_only_if_it_is_in_range()
    {
        Check.QuickThrowOnFailure(Prop.ForAll<uint, uint>((number, max) =>
        {
            var text = Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture));
            var isRead = NumberText.TryRead(text, max, out var value);
            return isRead == number <= max && (!isRead || value == number);
        }));
    }

    private static System.Numerics.BigInteger BigInteger(ulong value) => value;
}
