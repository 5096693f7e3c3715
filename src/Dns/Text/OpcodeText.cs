namespace Dns.Text;

/// <summary>Names of opcodes: the registry's mnemonics, and OPCODE with a number for all others.</summary>
public static class OpcodeText
{
    private static readonly MnemonicTable Table = new("OPCODE",
        Enum.GetValues<Opcode>().Select(opcode => ((int)opcode, opcode.ToString().ToUpperInvariant())));

    /// <summary>The mnemonic, or OPCODE and the number.</summary>
    public static string Write(Opcode opcode) => Table.Write((ushort)opcode);
}
