namespace Dns.Text;

/// <summary>Names of response codes: the registry's mnemonics, and RCODE with a number for all others.</summary>
public static class ResponseCodeText
{
    private static readonly MnemonicTable Table = new("RCODE",
        Enum.GetValues<ResponseCode>().Select(code => ((int)code, code.ToString().ToUpperInvariant())));

    /// <summary>Reads a mnemonic, in upper or lower case, or RCODE and a number.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out ResponseCode code)
    {
        var isCode = Table.TryRead(text, out var number);
        code = (ResponseCode)number;
        return isCode;
    }

    /// <summary>The mnemonic, or RCODE and the number.</summary>
    public static string Write(ResponseCode code) => Table.Write((ushort)code);
}
