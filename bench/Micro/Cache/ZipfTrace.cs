namespace Micro.Cache;

/// <summary>Numbers from zero on, the smaller the more often: the k-th as often as k to the power of -s.</summary>
public sealed class ZipfTrace
{
    private readonly double[] _sums;
    private readonly BenchEntropy _entropy = new();

    /// <summary>Makes a trace over so many numbers.</summary>
    public ZipfTrace(int count, double exponent)
    {
        _sums = new double[count];
        var sum = 0.0;
        for (var i = 0; i < count; i++)
            _sums[i] = sum += Math.Pow(i + 1, -exponent);
    }

    /// <summary>The next number.</summary>
    public long Next()
    {
        var point = (_entropy.Next() >> 11) / (double)(1UL << 53) * _sums[^1];
        var index = Array.BinarySearch(_sums, point);
        return index < 0 ? Math.Min(~index, _sums.Length - 1) : index;
    }
}
