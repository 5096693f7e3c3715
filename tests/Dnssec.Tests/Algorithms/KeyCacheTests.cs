using Dnssec.Algorithms;
using Signing;

namespace Dnssec.Tests.Algorithms;

public sealed class KeyCacheTests
{
    [Fact]
    public void A_key_is_parsed_once()
    {
        using var cache = new KeyCache(4, KeyLimits.Default);

        cache.TryGet(Dnskey(1), out var first);
        cache.TryGet(Dnskey(1), out var second);

        Assert.NotNull(first);
        Assert.Same(first, second);
    }

    [Fact]
    public void Flags_do_not_make_another_key()
    {
        using var cache = new KeyCache(4, KeyLimits.Default);
        var revoked = Dnskey(1);
        revoked[1] |= 0x80;

        cache.TryGet(Dnskey(1), out var first);
        cache.TryGet(revoked, out var second);

        Assert.Same(first, second);
    }

    [Fact]
    public void A_full_cache_drops_what_was_not_used()
    {
        using var cache = new KeyCache(3, KeyLimits.Default);
        cache.TryGet(Dnskey(1), out var kept);
        for (var seed = 2; seed < 20; seed++)
        {
            cache.TryGet(Dnskey(1), out _);
            cache.TryGet(Dnskey(seed), out _);
        }

        cache.TryGet(Dnskey(1), out var again);

        Assert.Equal(3, cache.Count);
        Assert.Same(kept, again);
    }

    [Fact]
    public void Keys_that_cannot_be_used_are_remembered_with_the_reason()
    {
        using var cache = new KeyCache(4, KeyLimits.Default);
        var dnskey = Dnskey(1);
        dnskey[^1] ^= 1;

        Assert.Equal(KeyFailure.Malformed, cache.TryGet(dnskey, out _));
        Assert.Equal(KeyFailure.Malformed, cache.TryGet(dnskey, out var key));
        Assert.Null(key);
        Assert.Equal(1, cache.Count);
    }

    [Fact]
    public void What_is_too_short_for_a_key_is_not_kept()
    {
        using var cache = new KeyCache(4, KeyLimits.Default);

        Assert.Equal(KeyFailure.Malformed, cache.TryGet([1, 0, 3], out _));
        Assert.Equal(0, cache.Count);
    }

    private static byte[] Dnskey(int seed) =>
        SigningKey.Create(SecurityAlgorithm.EcdsaP256Sha256, KeyRole.Combined, seed).Dnskey;
}
