using System.Globalization;
using Dns;

namespace Simulation.Messages;

/// <summary>Names of record types as zone files spell them.</summary>
public static class Mnemonic
{
    /// <summary>The name of a type, or "TYPEn".</summary>
    public static string Of(RecordType type) => Enum.IsDefined(type)
        ? type.ToString().ToUpperInvariant()
        : string.Create(CultureInfo.InvariantCulture, $"TYPE{(ushort)type}");

    /// <summary>Reads the name of a type, or "TYPEn".</summary>
    public static bool TryReadType(string text, out RecordType type)
    {
        type = default;
        if (text.StartsWith("TYPE", StringComparison.OrdinalIgnoreCase)
            && ushort.TryParse(text.AsSpan(4), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            type = (RecordType)number;
            return true;
        }
        return !char.IsAsciiDigit(text[0]) && Enum.TryParse(text, ignoreCase: true, out type);
    }
}
