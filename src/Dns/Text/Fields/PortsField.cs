using System.Text;

namespace Dns.Text.Fields;

/// <summary>The end of WKS: a protocol, and a bitmap of its ports up to the highest (RFC 1035 §3.4.2).</summary>
internal sealed class PortsField : TextField
{
    private const int MaxOctets = (ushort.MaxValue + 1) / 8;

    private static readonly MnemonicTable Protocols = new("", [(1, "icmp"), (6, "tcp"), (17, "udp")]);

    private static readonly MnemonicTable Services = new("",
    [
        (7, "echo"), (9, "discard"), (13, "daytime"), (20, "ftp-data"), (21, "ftp"), (23, "telnet"), (25, "smtp"),
        (37, "time"), (53, "domain"), (69, "tftp"), (79, "finger"), (80, "http"), (110, "pop3"), (119, "nntp"),
        (123, "ntp"), (143, "imap"), (161, "snmp"), (443, "https"),
    ]);

    /// <inheritdoc/>
    public override int Measure(ReadOnlySpan<byte> rdata) =>
        rdata.IsEmpty || rdata.Length > MaxOctets + 1 || (rdata.Length > 1 && rdata[^1] == 0) ? -1 : rdata.Length;

    /// <inheritdoc/>
    public override TextError Read(ref TokenCursor tokens, ref RdataWriter rdata)
    {
        var error = tokens.TakeBare(out var text);
        if (error != TextError.None)
            return error;
        if (!Protocols.TryRead(text, out var protocol) || protocol > byte.MaxValue)
            return TextError.ValueInvalid;
        rdata.AppendByte((byte)protocol);
        Span<byte> bits = stackalloc byte[MaxOctets];
        bits.Clear();
        while (!tokens.IsAtEnd)
        {
            error = tokens.TakeBare(out text);
            if (error != TextError.None)
                return error;
            if (!Services.TryRead(text, out var port))
                return TextError.ValueInvalid;
            bits[port >> 3] |= (byte)(0x80 >> (port & 7));
        }
        rdata.Append(bits[..(bits.LastIndexOfAnyExcept((byte)0) + 1)]);
        return TextError.None;
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> field, StringBuilder text)
    {
        NumberText.Write(field[0], text);
        var bits = field[1..];
        for (var port = 0; port < 8 * bits.Length; port++)
        {
            if ((bits[port >> 3] & (0x80 >> (port & 7))) == 0)
                continue;
            text.Append(' ');
            NumberText.Write((ulong)port, text);
        }
    }
}
