using System.Text;

namespace Dns.Text.Fields;

/// <summary>
/// Gateways of IPSECKEY (RFC 4025 §2.3) and relays of AMTRELAY (RFC 8777 §4.2.3): none, address or name.
/// </summary>
internal static class GatewayText
{
    private const int None = 0;
    private const int IPv4 = 1;
    private const int IPv6 = 2;
    private const int Name = 3;

    private static readonly IPv4Field IPv4Field = new();
    private static readonly IPv6Field IPv6Field = new();
    private static readonly NameField NameField = new();

    /// <summary>Octets of a gateway of this type at the start of RDATA; -1 if there is none.</summary>
    public static int Measure(int type, ReadOnlySpan<byte> rdata) => type switch
    {
        None => 0,
        IPv4 => IPv4Field.Measure(rdata),
        IPv6 => IPv6Field.Measure(rdata),
        Name => NameField.Measure(rdata),
        _ => -1,
    };

    /// <summary>Reads a gateway of this type; the one that is none is written as a dot.</summary>
    public static TextError Read(int type, ref TokenCursor tokens, ref RdataWriter rdata)
    {
        switch (type)
        {
            case None:
                var error = tokens.TakeBare(out var text);
                return error == TextError.None && text is not [(byte)'.'] ? TextError.ValueInvalid : error;
            case IPv4:
                return IPv4Field.Read(ref tokens, ref rdata);
            case IPv6:
                return IPv6Field.Read(ref tokens, ref rdata);
            case Name:
                return NameField.Read(ref tokens, ref rdata);
            default:
                return TextError.ValueInvalid;
        }
    }

    /// <summary>Writes a gateway of this type.</summary>
    public static void Write(int type, ReadOnlySpan<byte> gateway, StringBuilder text)
    {
        if (type == None)
            text.Append('.');
        else if (type == IPv4)
            IPv4Field.Write(gateway, text);
        else if (type == IPv6)
            IPv6Field.Write(gateway, text);
        else
            NameField.Write(gateway, text);
    }
}
