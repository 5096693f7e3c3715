using System.Globalization;
using System.Net;
using System.Text;
using Dns;
using Dns.Text;
using Simulation.Messages;

namespace Simulation.Zones;

/// <summary>Reads records as zone files spell them: "owner [TTL] [class] type RDATA", one on a line.</summary>
public static class ZoneLine
{
    /// <summary>Reads a record; names without a trailing dot are below the origin.</summary>
    /// <exception cref="FormatException">The text is not a record.</exception>
    public static WireRecord Read(string text, DomainName origin, uint defaultTtl)
    {
        var words = Split(text);
        var at = 1;
        var ttl = defaultTtl;
        var recordClass = RecordClass.In;
        while (at < words.Count && !TryReadType(words, at))
        {
            if (TryReadTtl(words[at], out var seconds))
                ttl = seconds;
            else if (TryReadClass(words[at], out var number))
                recordClass = number;
            else
                throw new FormatException($"'{words[at]}' is neither TTL, class nor type in '{text}'");
            at++;
        }
        if (at >= words.Count || !Mnemonic.TryReadType(words[at], out var type))
            throw new FormatException($"'{text}' has no type");
        return new(Name(words[0], origin), type, recordClass, ttl, Rdata(type, words[(at + 1)..], origin));
    }

    /// <summary>Words of a line; a quoted string is one word with its quotes, parentheses are gone.</summary>
    public static List<string> Split(string text)
    {
        List<string> words = [];
        var word = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\\' && i + 1 < text.Length)
                word.Append(c).Append(text[++i]);
            else if (c == '"')
            {
                isQuoted = !isQuoted;
                word.Append(c);
            }
            else if (!isQuoted && (char.IsWhiteSpace(c) || c is '(' or ')'))
            {
                Close(words, word);
            }
            else
                word.Append(c);
        }
        Close(words, word);
        return words;
    }

    /// <summary>Reads a name that may be relative; "@" is the origin.</summary>
    public static DomainName Name(string text, DomainName origin)
    {
        if (text == "@")
            return origin;
        var wire = new byte[WireName.MaxLength];
        return NameText.TryRead(text, origin.Wire, wire, out var length)
            ? DomainName.FromWire(wire.AsSpan(0, length))
            : throw new FormatException($"'{text}' is not a domain name");
    }

    private static void Close(List<string> words, StringBuilder word)
    {
        if (word.Length > 0)
            words.Add(word.ToString());
        word.Clear();
    }

    private static bool TryReadType(List<string> words, int at) =>
        Mnemonic.TryReadType(words[at], out _) && !TryReadClass(words[at], out _);

    private static bool TryReadTtl(string word, out uint seconds)
    {
        seconds = 0;
        if (!char.IsAsciiDigit(word[0]))
            return false;
        var factor = char.ToLowerInvariant(word[^1]) switch
        {
            'w' => 604_800u,
            'd' => 86_400u,
            'h' => 3_600u,
            'm' => 60u,
            's' => 1u,
            _ => 0u,
        };
        var digits = factor == 0 ? word : word[..^1];
        if (!uint.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return false;
        seconds = number * Math.Max(factor, 1);
        return true;
    }

    /// <summary>Reads the name of a class.</summary>
    public static bool TryReadClass(string word, out RecordClass number)
    {
        number = word.ToUpperInvariant() switch
        {
            "IN" or "CLASS1" => RecordClass.In,
            "CH" or "CLASS3" => (RecordClass)3,
            "HS" => (RecordClass)4,
            _ => (RecordClass)0,
        };
        return number != 0;
    }

    private static byte[] Rdata(RecordType type, List<string> words, DomainName origin)
    {
        if (words.Count > 1 && words[0] == "\\#")
            return Convert.FromHexString(string.Concat(words[2..]));
        return type switch
        {
            RecordType.A or RecordType.Aaaa => IPAddress.Parse(words[0]).GetAddressBytes(),
            RecordType.Ns or RecordType.Cname or RecordType.Dname or RecordType.Ptr =>
                Name(words[0], origin).Wire.ToArray(),
            RecordType.Mx => [.. UInt16(words[0]), .. Name(words[1], origin).Wire],
            RecordType.Srv => [.. UInt16(words[0]), .. UInt16(words[1]), .. UInt16(words[2]),
                .. Name(words[3], origin).Wire],
            RecordType.Txt => [.. words.SelectMany(CharacterString)],
            RecordType.Soa => [.. Name(words[0], origin).Wire, .. Name(words[1], origin).Wire,
                .. words[2..].SelectMany(UInt32)],
            _ => OtherRdata(type, words),
        };
    }

    /// <summary>Types that hold no relative names here are read by the daemon's own reader.</summary>
    private static byte[] OtherRdata(RecordType type, List<string> words)
    {
        var rdata = new byte[ushort.MaxValue];
        var error = RdataText.Read(type, string.Join(' ', words), rdata, out var length);
        if (error == TextError.None)
            return rdata[..length];
        return type switch
        {
            RecordType.Rrsig => LenientRdata.Rrsig(words),
            RecordType.Ds => LenientRdata.Ds(words),
            _ => throw new FormatException($"RDATA of {Mnemonic.Of(type)}: {error}: {string.Join(' ', words)}"),
        };
    }

    private static byte[] UInt16(string text)
    {
        var value = ushort.Parse(text, CultureInfo.InvariantCulture);
        return [(byte)(value >> 8), (byte)value];
    }

    private static byte[] UInt32(string text) => TryReadTtl(text, out var value)
        ? [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value]
        : throw new FormatException($"'{text}' is not a number");

    private static byte[] CharacterString(string word)
    {
        var octets = Encoding.Latin1.GetBytes(word.Trim('"'));
        return [(byte)octets.Length, .. octets];
    }
}
