using System.Text;

namespace Dns.Text.Fields;

/// <summary>
/// One service parameter as text: its key, and its value in the key's own form (RFC 9460 §7, App. A).
/// </summary>
internal static class ParameterText
{
    /// <summary>Splits KEY=VALUE; the value may stand in quotes, and a key alone has an empty one.</summary>
    public static bool TryReadKey(ReadOnlySpan<byte> text, out ushort key, out ReadOnlySpan<byte> value)
    {
        var equals = text.IndexOf((byte)'=');
        var name = equals < 0 ? text : text[..equals];
        value = equals < 0 ? default : text[(equals + 1)..];
        // RFC 9460 §2.1: keys are lower case, numbers have no zeros in front, and an empty value is quoted or left out.
        var isPlain = name.IndexOfAnyInRange((byte)'A', (byte)'Z') < 0
            && (!name.StartsWith("key0"u8) || name.Length == 4)
            && (equals < 0 || !value.IsEmpty);
        if (value.Length >= 2 && value[0] == '"')
            value = value[1..^1];
        return SvcParamKeyText.TryRead(name, out key) && isPlain;
    }

    /// <summary>Reads a value. A key given by number has its value as octets, whatever the key's form.</summary>
    public static TextError ReadValue(
        ushort key, ReadOnlySpan<byte> parameter, ReadOnlySpan<byte> text, ref RdataWriter rdata)
    {
        var buffer = new byte[text.Length];
        var error = OctetText.TryReadAll(text, buffer, out var length);
        if (error != TextError.None)
            return error;
        var value = buffer.AsSpan(0, length);
        if (parameter.StartsWith("key"u8))
        {
            rdata.Append(value);
            return TextError.None;
        }
        return key switch
        {
            SvcParamKeyText.Mandatory => ParameterLists.ReadKeys(value, ref rdata),
            SvcParamKeyText.Alpn or SvcParamKeyText.DocPath => ParameterLists.ReadStrings(value, ref rdata),
            SvcParamKeyText.TlsSupportedGroups => ParameterLists.ReadNumbers(value, ref rdata),
            SvcParamKeyText.IPv4Hint or SvcParamKeyText.IPv6Hint => ParameterLists.ReadAddresses(key, value, ref rdata),
            SvcParamKeyText.Port => ReadPort(value, ref rdata),
            SvcParamKeyText.Ech => value.IsEmpty ? TextError.Base64Invalid : Base64Text.Read(value, ref rdata),
            SvcParamKeyText.NoDefaultAlpn or SvcParamKeyText.Ohttp =>
                value.IsEmpty ? TextError.None : TextError.ServiceParameterInvalid,
            // RFC 9461 §5: the path is a template, never empty.
            SvcParamKeyText.DohPath when value.IsEmpty => TextError.ServiceParameterInvalid,
            _ => ReadOctets(value, ref rdata),
        };
    }

    /// <summary>
    /// Writes a parameter; a value that is not in its key's form is written as octets behind a number.
    /// </summary>
    public static void Write(ushort key, ReadOnlySpan<byte> value, StringBuilder text)
    {
        var form = ParameterLists.Fits(key, value) ? key : ushort.MaxValue;
        text.Append(form == key ? SvcParamKeyText.Write(key) : $"key{key}");
        if (value.IsEmpty)
            return;
        text.Append('=');
        switch (form)
        {
            case SvcParamKeyText.Mandatory:
                ParameterLists.WriteKeys(value, text);
                break;
            case SvcParamKeyText.Alpn or SvcParamKeyText.DocPath:
                ParameterLists.WriteStrings(value, text);
                break;
            case SvcParamKeyText.Port or SvcParamKeyText.TlsSupportedGroups:
                ParameterLists.WriteNumbers(value, text);
                break;
            case SvcParamKeyText.IPv4Hint or SvcParamKeyText.IPv6Hint:
                ParameterLists.WriteAddresses(key, value, text);
                break;
            case SvcParamKeyText.Ech:
                Base64Text.Write(value, text);
                break;
            default:
                OctetText.WriteQuoted(value, text);
                break;
        }
    }

    private static TextError ReadPort(ReadOnlySpan<byte> text, ref RdataWriter rdata)
    {
        if (!NumberText.TryRead(text, ushort.MaxValue, out var port))
            return TextError.NumberInvalid;
        rdata.AppendNumber(port, 2);
        return TextError.None;
    }

    private static TextError ReadOctets(ReadOnlySpan<byte> value, ref RdataWriter rdata)
    {
        rdata.Append(value);
        return TextError.None;
    }
}
