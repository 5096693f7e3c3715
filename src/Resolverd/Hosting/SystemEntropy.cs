using System.Security.Cryptography;
using Resolver.Ports;

namespace Resolverd.Hosting;

/// <summary>
/// The system's cryptographic randomness. Small public draws come from a buffer per thread, because a call for each
/// message ID would cost more than the rest of sending it; private ones never share a buffer with them.
/// </summary>
internal sealed class SystemEntropy : Entropy
{
    /// <summary>Octets drawn at once: a few hundred queries' worth.</summary>
    public const int BufferLength = 4096;

    [ThreadStatic]
    private static byte[]? buffer;

    [ThreadStatic]
    private static int left;

    /// <inheritdoc/>
    public override void FillPublic(Span<byte> octets)
    {
        if (octets.Length > BufferLength / 4)
        {
            RandomNumberGenerator.Fill(octets);
            return;
        }

        if (octets.Length > left)
            Refill();
        var drawn = buffer.AsSpan(left - octets.Length, octets.Length);
        drawn.CopyTo(octets);
        // What was on the wire is not kept in memory beside what will be.
        drawn.Clear();
        left -= octets.Length;
    }

    /// <inheritdoc/>
    public override void FillPrivate(Span<byte> octets) => RandomNumberGenerator.Fill(octets);

    private static void Refill()
    {
        buffer ??= new byte[BufferLength];
        RandomNumberGenerator.Fill(buffer);
        left = BufferLength;
    }
}
