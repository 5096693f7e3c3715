using System.Buffers.Binary;

namespace Shared;

/// <summary>Breaks messages at random. The same seed gives the same messages.</summary>
internal sealed class PacketMutator(IReadOnlyList<byte[]> originals, int seed)
{
    private static readonly byte[] Edges = [0, 1, 0x3f, 0x40, 0x7f, 0x80, 0xbf, 0xc0, 0xfe, 0xff];
    private static readonly int[] HowMany = [1, 1, 1, 2, 2, 3, 5, 9];

    private static readonly ushort[] Words =
        [0, 1, 2, 5, 6, 12, 16, 28, 39, 41, 46, 47, 50, 64, 250, 255, 0x7fff, 0x8000, 0xffff];

    private readonly Random _random = new(seed);

    /// <summary>One of the originals, changed in one to nine places.</summary>
    public byte[] Next()
    {
        var message = new List<byte>(Pick(originals));
        for (var left = Pick(HowMany); left > 0 && message.Count > 13; left--)
            Change(message);
        return [.. message.Take(ushort.MaxValue)];
    }

    private void Change(List<byte> message)
    {
        var at = _random.Next(message.Count);
        switch (_random.Next(9))
        {
            case 0: message[at] ^= (byte)(1 << _random.Next(8)); break;
            case 1: message[at] = Pick(Edges); break;
            case 2: Put(message, at, Pick(Words)); break;
            case 3: Put(message, at, (ushort)(0xc000 | _random.Next(at + 2))); break;
            case 4: message.RemoveRange(at, message.Count - at); break;
            case 5: message.RemoveRange(at, Math.Min(_random.Next(1, 17), message.Count - at)); break;
            case 6: message.InsertRange(at, message.Skip(_random.Next(message.Count)).Take(40).ToArray()); break;
            case 7: Put(message, 4 + 2 * _random.Next(4), Pick(Words)); break;
            default: message.AddRange(Pick(originals).Skip(at)); break;
        }
    }

    private static void Put(List<byte> message, int at, ushort word)
    {
        Span<byte> octets = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(octets, word);
        for (var i = 0; i < 2 && at + i < message.Count; i++)
            message[at + i] = octets[i];
    }

    private T Pick<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];
}
