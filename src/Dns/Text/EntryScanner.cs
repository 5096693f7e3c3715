using System.Buffers;

namespace Dns.Text;

/// <summary>
/// Parts master file text into entries and those into tokens (RFC 1035 §5.1): blanks part tokens, a semicolon begins
/// a comment, parentheses join lines, quotes keep blanks together, a backslash takes the meaning off the next octet.
/// One scanner is used for a whole text and keeps its table of tokens.
/// </summary>
internal sealed class EntryScanner
{
    private static readonly SearchValues<byte> EndsBareToken = SearchValues.Create(" \t\r\n;()\"\\"u8);
    private static readonly SearchValues<byte> EndsQuotedRun = SearchValues.Create("\"\\\n"u8);

    private TextToken[] _tokens = new TextToken[32];
    private int _count;
    private int _depth;

    /// <summary>The tokens of the entry found.</summary>
    public ReadOnlySpan<TextToken> Tokens => _tokens.AsSpan(0, _count);

    /// <summary>Octets of the entry found, its line end included.</summary>
    public int Length { get; private set; }

    /// <summary>Line ends in the entry found.</summary>
    public int Lines { get; private set; }

    /// <summary>What is wrong with a malformed entry.</summary>
    public TextError Error { get; private set; }

    /// <summary>Where in the entry it is wrong.</summary>
    public int ErrorAt { get; private set; }

    /// <summary>
    /// Finds the entry at the start of <paramref name="text"/>; <paramref name="isWhole"/> says that the text ends
    /// where the octets end.
    /// </summary>
    public EntryScan Scan(ReadOnlySpan<byte> text, bool isWhole)
    {
        _count = 0;
        _depth = 0;
        Lines = 0;
        for (var position = 0; position < text.Length;)
        {
            switch (text[position])
            {
                case (byte)' ' or (byte)'\t' or (byte)'\r':
                    position++;
                    break;
                case (byte)'\n':
                    position++;
                    Lines++;
                    if (_depth == 0)
                        return Finish(position);
                    break;
                case (byte)';':
                    var end = text[position..].IndexOf((byte)'\n');
                    position = end < 0 ? text.Length : position + end;
                    break;
                case (byte)'(':
                    _depth++;
                    position++;
                    break;
                case (byte)')':
                    if (_depth-- == 0)
                        return Fail(TextError.ParenthesisUnbalanced, position);
                    position++;
                    break;
                default:
                    if (TakeToken(text, ref position, isWhole))
                        break;
                    return Error == TextError.None ? EntryScan.Unfinished : EntryScan.Malformed;
            }
        }
        return AtEnd(text, isWhole);
    }

    private EntryScan AtEnd(ReadOnlySpan<byte> text, bool isWhole)
    {
        if (!isWhole)
            return EntryScan.Unfinished;
        if (_depth > 0)
            return Fail(TextError.ParenthesisUnbalanced, text.Length);
        return text.IsEmpty ? EntryScan.End : Finish(text.Length);
    }

    private EntryScan Finish(int length)
    {
        Length = length;
        return EntryScan.Found;
    }

    private EntryScan Fail(TextError error, int position)
    {
        Error = error;
        ErrorAt = position;
        return EntryScan.Malformed;
    }

    /// <summary>Takes a token; false with no error if the octets end inside it and more may come.</summary>
    private bool TakeToken(ReadOnlySpan<byte> text, ref int position, bool isWhole)
    {
        Error = TextError.None;
        var isQuoted = text[position] == '"';
        var start = isQuoted ? position + 1 : position;
        var end = isQuoted ? FindClosingQuote(text, start) : FindBareEnd(text, start);
        if (Error != TextError.None)
            return false;
        if (end < 0)
        {
            if (isWhole)
                Fail(TextError.QuotesOpen, position);
            return false;
        }
        if (end == text.Length && !isWhole)
            return false;
        Add(new(start, end - start, isQuoted));
        position = isQuoted ? end + 1 : end;
        return true;
    }

    /// <summary>The place of the quote that ends a string, or -1 if the octets end before it.</summary>
    private int FindClosingQuote(ReadOnlySpan<byte> text, int start)
    {
        for (var position = start; position < text.Length;)
        {
            var run = text[position..].IndexOfAny(EndsQuotedRun);
            if (run < 0)
                return -1;
            position += run;
            if (text[position] == '"')
                return position;
            if (text[position] == '\n')
            {
                Fail(TextError.QuotesOpen, start - 1);
                return -1;
            }
            position = SkipEscape(text, position);
        }
        return -1;
    }

    /// <summary>Where an unquoted token ends, which may be the end of the octets; -1 if a quote is left open.</summary>
    private int FindBareEnd(ReadOnlySpan<byte> text, int start)
    {
        for (var position = start; position < text.Length;)
        {
            var run = text[position..].IndexOfAny(EndsBareToken);
            if (run < 0)
                return text.Length;
            position += run;
            if (text[position] == '\\')
            {
                position = SkipEscape(text, position);
                continue;
            }
            // RFC 9460 §2.1: the value of a service parameter may be quoted, KEY="VALUE".
            if (text[position] != '"' || text[position - 1] != '=')
                return position;
            position = FindClosingQuote(text, position + 1) + 1;
            if (position == 0)
                return -1;
        }
        return text.Length;
    }

    /// <summary>Behind a backslash and the octet it covers; a line end is never covered.</summary>
    private static int SkipEscape(ReadOnlySpan<byte> text, int position) =>
        position + 1 < text.Length && text[position + 1] != '\n' ? position + 2 : position + 1;

    private void Add(TextToken token)
    {
        if (_count == _tokens.Length)
            Array.Resize(ref _tokens, 2 * _count);
        _tokens[_count++] = token;
    }
}
