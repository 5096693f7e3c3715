using Xunit;

namespace Dns.Tests.Names;

public sealed class KeyedHashTests
{
    // Computed with the SipHash-1-3 of CPython under an all-zero key.
    [Theory]
    [InlineData("www.example.", 10348554168491727265)]
    [InlineData("example.", 17905708489399584739)]
    [InlineData("a.", 14601586031852448866)]
    public void Lower_case_names_hash_as_siphash_1_3_does(string name, ulong hash) =>
        Assert.Equal(hash, Hash(0, name));

    [Theory]
    [InlineData("WWW.Example.", "www.example.")]
    [InlineData("AZ.", "az.")]
    [InlineData(
        "abcdefghijklmnopqrstuvwxyz.ABCDEFGHIJKLMNOPQRSTUVWXYZ.",
            "ABCDEFGHIJKLMNOPQRSTUVWXYZ.abcdefghijklmnopqrstuvwxyz.")]
    public void Case_makes_no_difference(string left, string right) =>
        Assert.Equal(Hash(0, left), Hash(0, right));

    [Theory]
    [InlineData("@.", "`.")]
    [InlineData("[.", "{.")]
    [InlineData(@"\193.", @"\225.")]
    public void Octets_next_to_the_letters_are_not_folded(string left, string right) =>
        Assert.NotEqual(Hash(0, left), Hash(0, right));

    [Fact]
    public void The_hash_depends_on_the_key() =>
        Assert.NotEqual(Hash(0, "www.example."), Hash(1, "www.example."));

    [Fact]
    public void Octets_hash_as_a_name_in_lower_case_does_but_are_not_folded()
    {
        var lower = DomainName.Parse("www.example.").Wire;
        var upper = DomainName.Parse("www.EXAMPLE.").Wire;

        Assert.Equal(KeyedHash.OfName(7, lower), KeyedHash.Of(7, lower));
        Assert.NotEqual(KeyedHash.OfName(7, upper), KeyedHash.Of(7, upper));
    }

    private static ulong Hash(ulong key, string name) => KeyedHash.OfName(key, DomainName.Parse(name).Wire);
}
