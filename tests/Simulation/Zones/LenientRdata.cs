using System.Globalization;
using Dns;
using Simulation.Messages;

namespace Simulation.Zones;

/// <summary>RDATA that a strict reader refuses and a scenario means to send: no signature, an odd digest.</summary>
internal static class LenientRdata
{
    public static byte[] Rrsig(List<string> words)
    {
        if (words.Count < 8 || !Mnemonic.TryReadType(words[0], out var covered))
            throw new FormatException("an RRSIG without its fixed part: " + string.Join(' ', words));
        return
        [
            .. UInt16((int)covered), byte.Parse(words[1], CultureInfo.InvariantCulture),
            byte.Parse(words[2], CultureInfo.InvariantCulture), .. UInt32(words[3]), .. UInt32(Time(words[4])),
            .. UInt32(Time(words[5])), .. UInt16(int.Parse(words[6], CultureInfo.InvariantCulture)),
            .. DomainName.Parse(words[7]).Wire, .. Base64(string.Concat(words[8..])),
        ];
    }

    public static byte[] Ds(List<string> words) =>
    [
        .. UInt16(int.Parse(words[0], CultureInfo.InvariantCulture)),
        byte.Parse(words[1], CultureInfo.InvariantCulture),
        byte.Parse(words[2], CultureInfo.InvariantCulture),
        .. Convert.FromHexString(string.Concat(words[3..])),
    ];

    private static string Time(string text) => text.Length < 14
        ? text
        : ((uint)new DateTimeOffset(DateTime.ParseExact(text, "yyyyMMddHHmmss", CultureInfo.InvariantCulture),
            TimeSpan.Zero)
            .ToUnixTimeSeconds()).ToString(CultureInfo.InvariantCulture);

    private static byte[] Base64(string text)
    {
        var usable = text.TrimEnd('=');
        usable = usable[..(usable.Length - (usable.Length % 4 == 1 ? 1 : 0))];
        return Convert.FromBase64String(usable.PadRight((usable.Length + 3) / 4 * 4, '='));
    }

    private static byte[] UInt16(int value) => [(byte)(value >> 8), (byte)value];

    private static byte[] UInt32(string text)
    {
        var value = uint.Parse(text, CultureInfo.InvariantCulture);
        return [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];
    }
}
