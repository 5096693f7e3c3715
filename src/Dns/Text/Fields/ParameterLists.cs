using System.Buffers.Binary;
using System.Text;

namespace Dns.Text.Fields;

/// <summary>The values of service parameters that are lists, with commas between (RFC 9460 App. A.1).</summary>
internal static class ParameterLists
{
    /// <summary>True if a value can be written in its key's own form and read back.</summary>
    public static bool Fits(ushort key, ReadOnlySpan<byte> value) => key switch
    {
        SvcParamKeyText.Mandatory or SvcParamKeyText.TlsSupportedGroups => !value.IsEmpty && value.Length % 2 == 0,
        SvcParamKeyText.Port => value.Length == 2,
        SvcParamKeyText.IPv4Hint => !value.IsEmpty && value.Length % AddressText.IPv4Length == 0,
        SvcParamKeyText.IPv6Hint => !value.IsEmpty && value.Length % AddressText.IPv6Length == 0,
        SvcParamKeyText.Alpn or SvcParamKeyText.DocPath => AreStrings(value),
        SvcParamKeyText.NoDefaultAlpn or SvcParamKeyText.Ohttp => value.IsEmpty,
        SvcParamKeyText.Ech or SvcParamKeyText.DohPath => !value.IsEmpty,
        _ => true,
    };

    /// <summary>Reads keys, which are put in ascending order.</summary>
    public static TextError ReadKeys(ReadOnlySpan<byte> text, ref RdataWriter rdata)
    {
        var keys = new List<ushort>();
        foreach (var range in text.Split((byte)','))
        {
            if (!SvcParamKeyText.TryRead(text[range], out var key))
                return TextError.ServiceParameterInvalid;
            keys.Add(key);
        }
        keys.Sort();
        foreach (var key in keys)
            rdata.AppendNumber(key, 2);
        return TextError.None;
    }

    /// <summary>Writes keys.</summary>
    public static void WriteKeys(ReadOnlySpan<byte> value, StringBuilder text)
    {
        for (var i = 0; i < value.Length; i += 2)
        {
            text.Append(i == 0 ? "" : ",");
            text.Append(SvcParamKeyText.Write(BinaryPrimitives.ReadUInt16BigEndian(value[i..])));
        }
    }

    /// <summary>Reads numbers of two octets.</summary>
    public static TextError ReadNumbers(ReadOnlySpan<byte> text, ref RdataWriter rdata)
    {
        foreach (var range in text.Split((byte)','))
        {
            if (!NumberText.TryRead(text[range], ushort.MaxValue, out var number))
                return TextError.NumberInvalid;
            rdata.AppendNumber(number, 2);
        }
        return TextError.None;
    }

    /// <summary>Writes numbers of two octets.</summary>
    public static void WriteNumbers(ReadOnlySpan<byte> value, StringBuilder text)
    {
        for (var i = 0; i < value.Length; i += 2)
        {
            text.Append(i == 0 ? "" : ",");
            NumberText.Write(BinaryPrimitives.ReadUInt16BigEndian(value[i..]), text);
        }
    }

    /// <summary>Reads addresses of the key's family.</summary>
    public static TextError ReadAddresses(ushort key, ReadOnlySpan<byte> text, ref RdataWriter rdata)
    {
        Span<byte> address = stackalloc byte[AddressText.IPv6Length];
        foreach (var range in text.Split((byte)','))
        {
            if (key == SvcParamKeyText.IPv4Hint)
            {
                if (!AddressText.TryReadIPv4(text[range], address))
                    return TextError.IPv4Invalid;
                rdata.Append(address[..AddressText.IPv4Length]);
                continue;
            }
            if (!AddressText.TryReadIPv6(text[range], address))
                return TextError.IPv6Invalid;
            rdata.Append(address);
        }
        return TextError.None;
    }

    /// <summary>Writes addresses of the key's family.</summary>
    public static void WriteAddresses(ushort key, ReadOnlySpan<byte> value, StringBuilder text)
    {
        var step = key == SvcParamKeyText.IPv4Hint ? AddressText.IPv4Length : AddressText.IPv6Length;
        for (var i = 0; i < value.Length; i += step)
        {
            text.Append(i == 0 ? "" : ",");
            if (step == AddressText.IPv4Length)
                AddressText.WriteIPv4(value[i..], text);
            else
                AddressText.WriteIPv6(value[i..], text);
        }
    }

    /// <summary>Reads strings of 1 to 255 octets; a backslash takes the meaning off a comma or a backslash.</summary>
    public static TextError ReadStrings(ReadOnlySpan<byte> text, ref RdataWriter rdata)
    {
        var item = new List<byte>();
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || text[i] == ',')
            {
                if (item.Count is 0 or > byte.MaxValue)
                    return TextError.ServiceParameterInvalid;
                rdata.AppendByte((byte)item.Count);
                rdata.Append(item.ToArray());
                item.Clear();
                continue;
            }
            // RFC 9460 §A.1: a backslash stands before a comma or another backslash only.
            if (text[i] == '\\' && (++i == text.Length || text[i] is not ((byte)',' or (byte)'\\')))
                return TextError.EscapeMalformed;
            item.Add(text[i]);
        }
        return TextError.None;
    }

    /// <summary>Writes strings in quotes.</summary>
    public static void WriteStrings(ReadOnlySpan<byte> value, StringBuilder text)
    {
        var list = new List<byte>();
        for (var isFirst = true; !value.IsEmpty; isFirst = false)
        {
            if (!isFirst)
                list.Add((byte)',');
            foreach (var octet in value.Slice(1, value[0]))
            {
                if (octet is (byte)',' or (byte)'\\')
                    list.Add((byte)'\\');
                list.Add(octet);
            }
            value = value[(value[0] + 1)..];
        }
        OctetText.WriteQuoted(list.ToArray(), text);
    }

    private static bool AreStrings(ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty)
            return false;
        for (; !value.IsEmpty; value = value[(value[0] + 1)..])
        {
            if (value[0] == 0 || value.Length <= value[0])
                return false;
        }
        return true;
    }
}
