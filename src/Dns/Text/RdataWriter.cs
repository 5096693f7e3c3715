using System.Buffers.Binary;

namespace Dns.Text;

/// <summary>
/// Puts RDATA together. What does not fit is left out and sets <see cref="HasOverflowed"/>, which is asked once at the
/// end.
/// </summary>
internal ref struct RdataWriter(Span<byte> destination)
{
    private readonly Span<byte> _destination = destination;

    /// <summary>Octets written.</summary>
    public int Length { get; private set; }

    /// <summary>True once something did not fit.</summary>
    public bool HasOverflowed { get; private set; }

    /// <summary>The octets written, which may still be changed.</summary>
    public readonly Span<byte> Written => _destination[..Length];

    /// <summary>The room behind them.</summary>
    public readonly Span<byte> Free => _destination[Length..];

    /// <summary>Takes in octets that were put into <see cref="Free"/>.</summary>
    public void Advance(int count) => Length += count;

    /// <summary>Writes octets.</summary>
    public void Append(scoped ReadOnlySpan<byte> octets)
    {
        if (octets.TryCopyTo(Free))
            Length += octets.Length;
        else
            HasOverflowed = true;
    }

    /// <summary>Writes one octet.</summary>
    public void AppendByte(byte value) => Append([value]);

    /// <summary>Writes the last so many octets of a number.</summary>
    public void AppendNumber(ulong value, int octets)
    {
        Span<byte> number = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(number, value);
        Append(number[^octets..]);
    }
}
