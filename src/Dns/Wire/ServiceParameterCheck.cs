using System.Buffers.Binary;

namespace Dns.Wire;

/// <summary>Tells whether service parameters have the form that RFC 9460 asks of them.</summary>
internal static class ServiceParameterCheck
{
    private const int Mandatory = 0;
    private const int Alpn = 1;
    private const int NoDefaultAlpn = 2;
    private const int Port = 3;
    private const int IPv4Hint = 4;
    private const int IPv6Hint = 6;
    private const int InvalidKey = 65535;

    /// <summary>True if keys ascend, values fill the octets exactly and known keys have values of their form.</summary>
    public static bool AreWellFormed(ReadOnlySpan<byte> parameters)
    {
        var rest = parameters;
        // RFC 9460 §2.2: keys in strictly ascending order, so that each stands there once.
        for (var previous = -1; !rest.IsEmpty;)
        {
            if (!TryTake(ref rest, out var key, out var value) || key <= previous || key == InvalidKey)
                return false;
            if (key == Mandatory ? !IsMandatoryList(value, parameters) : !IsValue(key, value))
                return false;
            previous = key;
        }
        return true;
    }

    private static bool TryTake(ref ReadOnlySpan<byte> rest, out int key, out ReadOnlySpan<byte> value)
    {
        key = 0;
        value = default;
        if (rest.Length < 4)
            return false;
        key = BinaryPrimitives.ReadUInt16BigEndian(rest);
        var length = BinaryPrimitives.ReadUInt16BigEndian(rest[2..]);
        if (rest.Length < 4 + length)
            return false;
        value = rest.Slice(4, length);
        rest = rest[(4 + length)..];
        return true;
    }

    private static bool IsValue(int key, ReadOnlySpan<byte> value) => key switch
    {
        Alpn => IsProtocolList(value),
        NoDefaultAlpn => value.IsEmpty,
        Port => value.Length == 2,
        IPv4Hint => value.Length > 0 && value.Length % 4 == 0,
        IPv6Hint => value.Length > 0 && value.Length % 16 == 0,
        _ => true,
    };

    // RFC 9460 §7.1.1: protocol identifiers of one octet or more, at least one of them.
    private static bool IsProtocolList(ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty)
            return false;
        while (!value.IsEmpty)
        {
            if (value[0] == 0 || value.Length <= value[0])
                return false;
            value = value[(value[0] + 1)..];
        }
        return true;
    }

    // RFC 9460 §8: keys in ascending order, "mandatory" not among them, each of them present. Both lists ascend, so
    // one walk over the parameters finds all.
    private static bool IsMandatoryList(ReadOnlySpan<byte> keys, ReadOnlySpan<byte> parameters)
    {
        if (keys.IsEmpty || keys.Length % 2 != 0)
            return false;
        var previous = Mandatory;
        for (; !keys.IsEmpty; keys = keys[2..])
        {
            var wanted = BinaryPrimitives.ReadUInt16BigEndian(keys);
            var present = -1;
            while (present < wanted && TryTake(ref parameters, out present, out _))
            {
            }
            if (wanted <= previous || present != wanted)
                return false;
            previous = wanted;
        }
        return true;
    }
}
