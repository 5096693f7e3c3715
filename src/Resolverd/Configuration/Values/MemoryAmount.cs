using System.Globalization;

namespace Resolverd.Configuration.Values;

/// <summary>
/// Memory to use: a fixed size, or a share of what the machine or its control group allows, worked out at start.
/// </summary>
internal readonly record struct MemoryAmount
{
    private readonly long _bytes;
    private readonly int _percent;

    private MemoryAmount(long bytes, int percent)
    {
        _bytes = bytes;
        _percent = percent;
    }

    /// <summary>A fixed size.</summary>
    public static MemoryAmount Of(ByteSize size) => new(size.Bytes, 0);

    /// <summary>A share of the memory there is, in percent.</summary>
    public static MemoryAmount Share(int percent) => new(0, percent);

    /// <summary>Whether this is a share and not a fixed size.</summary>
    public bool IsShare => _percent != 0;

    /// <summary>The fixed size; zero for a share.</summary>
    public ByteSize Fixed => new(_bytes);

    /// <summary>The share in percent; zero for a fixed size.</summary>
    public int Percent => _percent;

    /// <summary>The bytes this comes to on a machine or in a control group with so much memory.</summary>
    public long BytesOf(long available) => IsShare ? available / 100 * _percent : _bytes;

    /// <summary>Reads a size or a percentage.</summary>
    public static bool TryParse(string text, out MemoryAmount value, out string? hint)
    {
        hint = null;
        value = default;
        if (text.EndsWith('%'))
        {
            var number = text.AsSpan(0, text.Length - 1);
            var isNumber = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var percent);
            value = isNumber ? Share(percent) : default;
            return isNumber && percent > 0;
        }

        if (!ByteSize.TryParse(text, out var size, out hint))
            return false;
        value = Of(size);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        IsShare ? string.Create(CultureInfo.InvariantCulture, $"{_percent}%") : Fixed.ToString();
}
