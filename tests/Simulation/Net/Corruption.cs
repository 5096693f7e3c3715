using Simulation.Luck;

namespace Simulation.Net;

/// <summary>
/// Damage that a careful reader can see. Damage inside a record's data cannot be seen by anybody without DNSSEC and
/// would make every resolver answer wrongly, so it is not done.
/// </summary>
internal static class Corruption
{
    public static byte[] Damage(byte[] message, Chance chance)
    {
        var damaged = message.ToArray();
        switch (chance.Below(4))
        {
            case 0:
                return damaged[..chance.Below(damaged.Length)];
            case 1:
                damaged[chance.Below(2)] ^= (byte)(1 << chance.Below(8));
                return damaged;
            case 2:
                chance.Fill(damaged.AsSpan(Math.Min(2, damaged.Length)));
                Array.Resize(ref damaged, chance.Below(damaged.Length + 1));
                return damaged;
            default:
                return [.. damaged, (byte)chance.Below(256)];
        }
    }
}
