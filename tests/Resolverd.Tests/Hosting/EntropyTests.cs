using System.Buffers.Binary;
using Resolverd.Hosting;

namespace Resolverd.Tests.Hosting;

public sealed class EntropyTests
{
    private readonly SystemEntropy _entropy = new();

    [Fact]
    public void No_draw_repeats_another_whatever_the_lengths_before_it()
    {
        var seen = new HashSet<long>();
        Span<byte> octets = stackalloc byte[128];

        for (var round = 0; round < 50_000; round++)
        {
            _entropy.FillPublic(octets[..(8 + (round % 97))]);
            Assert.True(seen.Add(BinaryPrimitives.ReadInt64LittleEndian(octets)));
        }
    }

    [Theory]
    [InlineData(SystemEntropy.BufferLength / 4)]
    [InlineData((SystemEntropy.BufferLength / 4) + 1)]
    [InlineData(SystemEntropy.BufferLength * 3)]
    public void Long_draws_are_filled_to_the_end(int length)
    {
        var octets = new byte[length];

        _entropy.FillPublic(octets);
        Assert.Contains(octets[^16..], octet => octet != 0);
        Array.Clear(octets);
        _entropy.FillPrivate(octets);

        Assert.Contains(octets[^16..], octet => octet != 0);
    }

    [Fact]
    public void All_values_of_an_octet_are_about_as_frequent()
    {
        var counts = new int[256];
        Span<byte> one = stackalloc byte[1];

        for (var i = 0; i < 256 * 400; i++)
        {
            _entropy.FillPublic(one);
            counts[one[0]]++;
        }

        // Chi-squared with 255 degrees of freedom: chance leaves this range less than once in 10^11 runs.
        Assert.InRange(counts.Sum(count => Math.Pow(count - 400, 2) / 400), 120, 450);
    }

    [Fact]
    public void Threads_do_not_share_draws()
    {
        var draws = new long[4][];
        var threads = Enumerable.Range(0, 4).Select(i => new Thread(() => draws[i] = Draw())).ToList();

        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        Assert.Equal(4 * 10_000, draws.SelectMany(list => list).Distinct().Count());

        long[] Draw()
        {
            Span<byte> octets = stackalloc byte[8];
            var list = new long[10_000];
            for (var i = 0; i < list.Length; i++)
            {
                _entropy.FillPublic(octets);
                list[i] = BinaryPrimitives.ReadInt64LittleEndian(octets);
            }

            return list;
        }
    }
}
