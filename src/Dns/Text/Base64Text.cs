using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Dns.Text;

/// <summary>Octets as base 64 (RFC 4648 §4), padded.</summary>
internal static class Base64Text
{
    private const int QuantumCharacters = 4;

    /// <summary>Reads all tokens left; the characters may be parted anywhere.</summary>
    public static TextError ReadRest(ref TokenCursor tokens, ref RdataWriter rdata)
    {
        Span<byte> quantum = stackalloc byte[QuantumCharacters];
        var held = 0;
        var isPadded = false;
        while (tokens.Left > 0)
        {
            var error = tokens.TakeBare(out var text);
            while (error == TextError.None && !text.IsEmpty)
            {
                if (isPadded)
                    return TextError.Base64Invalid;
                if (held > 0 || text.Length < QuantumCharacters)
                {
                    var count = Math.Min(QuantumCharacters - held, text.Length);
                    text[..count].CopyTo(quantum[held..]);
                    text = text[count..];
                    held += count;
                    if (held < QuantumCharacters)
                        continue;
                    error = Decode(quantum, ref rdata, out isPadded);
                    held = 0;
                    continue;
                }
                var whole = text.Length & ~(QuantumCharacters - 1);
                error = Decode(text[..whole], ref rdata, out isPadded);
                text = text[whole..];
            }
            if (error != TextError.None)
                return error;
        }
        return held == 0 ? TextError.None : TextError.Base64Invalid;
    }

    /// <summary>Reads one token.</summary>
    public static TextError Read(ReadOnlySpan<byte> text, ref RdataWriter rdata) =>
        text.Length % QuantumCharacters == 0 ? Decode(text, ref rdata, out _) : TextError.Base64Invalid;

    /// <summary>Writes base 64 without blanks.</summary>
    public static void Write(ReadOnlySpan<byte> octets, StringBuilder text)
    {
        Span<char> characters = stackalloc char[128];
        for (; !octets.IsEmpty; octets = octets[Math.Min(96, octets.Length)..])
        {
            Convert.TryToBase64Chars(octets[..Math.Min(96, octets.Length)], characters, out var count);
            text.Append(characters[..count]);
        }
    }

    private static TextError Decode(scoped ReadOnlySpan<byte> text, ref RdataWriter rdata, out bool isPadded)
    {
        isPadded = !text.IsEmpty && text[^1] == '=';
        switch (Base64.DecodeFromUtf8(text, rdata.Free, out _, out var written))
        {
            case OperationStatus.Done:
                rdata.Advance(written);
                return TextError.None;
            case OperationStatus.DestinationTooSmall:
                return TextError.RdataTooLong;
            default:
                return TextError.Base64Invalid;
        }
    }
}
