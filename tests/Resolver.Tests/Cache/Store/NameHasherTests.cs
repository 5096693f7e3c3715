using Resolver.Cache;
using Xunit;
using static Resolver.Tests.Cache.CacheFixture;

namespace Resolver.Tests.Cache.Store;

public sealed class NameHasherTests
{
    private static readonly NameHasher Hasher = new(0, 0);

    // Computed with the SipHash-1-3 of CPython under an all-zero key.
    [Theory]
    [InlineData("www.example.", 10348554168491727265)]
    [InlineData("example.", 17905708489399584739)]
    [InlineData("a.", 14601586031852448866)]
    public void Lower_case_names_hash_as_siphash_1_3_does(string name, ulong hash) =>
        Assert.Equal(hash, Hasher.Hash(Name(name)));

    [Theory]
    [InlineData("WWW.Example.", "www.example.")]
    [InlineData("AZ.", "az.")]
    [InlineData("abcdefghijklmnopqrstuvwxyz.ABCDEFGHIJKLMNOPQRSTUVWXYZ.",
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ.abcdefghijklmnopqrstuvwxyz.")]
    public void Case_makes_no_difference(string left, string right) =>
        Assert.Equal(Hasher.Hash(Name(left)), Hasher.Hash(Name(right)));

    [Theory]
    [InlineData("@.", "`.")]
    [InlineData("[.", "{.")]
    [InlineData(@"\193.", @"\225.")]
    public void Octets_next_to_the_letters_are_not_folded(string left, string right) =>
        Assert.NotEqual(Hasher.Hash(Name(left)), Hasher.Hash(Name(right)));

    [Fact]
    public void The_hash_depends_on_both_halves_of_the_key()
    {
        var name = Name("www.example.");

        Assert.NotEqual(Hasher.Hash(name), new NameHasher(1, 0).Hash(name));
        Assert.NotEqual(Hasher.Hash(name), new NameHasher(0, 1).Hash(name));
    }

    [Fact]
    public void A_cache_takes_its_key_from_entropy()
    {
        var name = Name("www.example.");

        Assert.NotEqual(
            NameHasher.Keyed(new TestEntropy(1)).Hash(name), NameHasher.Keyed(new TestEntropy(2)).Hash(name));
    }
}
