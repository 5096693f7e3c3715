namespace Dns.Text;

/// <summary>Names of classes: IN, CH, HS, NONE, ANY, and CLASS with a number for all others (RFC 3597 §5).</summary>
public static class RecordClassText
{
    private static readonly MnemonicTable Table = new("CLASS",
    [
        ((int)RecordClass.In, "IN"),
        ((int)RecordClass.Chaos, "CH"),
        ((int)RecordClass.Hesiod, "HS"),
        ((int)RecordClass.None, "NONE"),
        ((int)RecordClass.Any, "ANY"),
        ((int)RecordClass.Chaos, "CHAOS"),
        ((int)RecordClass.Hesiod, "HESIOD"),
    ]);

    /// <summary>Reads a mnemonic, in upper or lower case, or CLASS and a number.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out RecordClass recordClass)
    {
        var isClass = Table.TryRead(text, out var number);
        recordClass = (RecordClass)number;
        return isClass;
    }

    /// <summary>Reads a mnemonic out of ASCII octets.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out RecordClass recordClass)
    {
        var isClass = Table.TryRead(text, out var number);
        recordClass = (RecordClass)number;
        return isClass;
    }

    /// <summary>The mnemonic, or CLASS and the number.</summary>
    public static string Write(RecordClass recordClass) => Table.Write((ushort)recordClass);
}
