using System.Text;

namespace Dns.Text;

/// <summary>Names of types: the registry's mnemonics, and TYPE with a number for all others (RFC 3597 §5).</summary>
public static class RecordTypeText
{
    private static readonly MnemonicTable Table = new("TYPE", Entries());

    /// <summary>The types that have a mnemonic, by number.</summary>
    public static IEnumerable<RecordType> Known => Table.Numbers.Select(number => (RecordType)number);

    /// <summary>Reads a mnemonic, in upper or lower case, or TYPE and a number.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out RecordType type)
    {
        var isType = Table.TryRead(text, out var number);
        type = (RecordType)number;
        return isType;
    }

    /// <summary>Reads a mnemonic out of ASCII octets.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out RecordType type)
    {
        var isType = Table.TryRead(text, out var number);
        type = (RecordType)number;
        return isType;
    }

    /// <summary>The mnemonic, or TYPE and the number.</summary>
    public static string Write(RecordType type) => Table.Write((ushort)type);

    /// <summary>Writes the mnemonic, or TYPE and the number.</summary>
    internal static void Write(RecordType type, StringBuilder text) => text.Append(Write(type));

    // The enumeration's names are the mnemonics but for case and one hyphen.
    private static IEnumerable<(int Number, string Word)> Entries() =>
        Enum.GetValues<RecordType>().Select(type => ((int)type, Mnemonic(type))).Append(((int)RecordType.Any, "*"));

    private static string Mnemonic(RecordType type) =>
        type == RecordType.NsapPtr ? "NSAP-PTR" : type.ToString().ToUpperInvariant();
}
