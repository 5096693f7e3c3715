namespace Dns.Text;

/// <summary>Goes through the tokens of an entry, and carries what their meaning depends on.</summary>
internal ref struct TokenCursor
{
    private readonly ReadOnlySpan<byte> _entry;
    private readonly ReadOnlySpan<TextToken> _tokens;
    private int _taken;

    /// <summary>Begins before the first token.</summary>
    public TokenCursor(ReadOnlySpan<byte> entry, ReadOnlySpan<TextToken> tokens, ReadOnlySpan<byte> origin)
    {
        _entry = entry;
        _tokens = tokens;
        Origin = origin;
    }

    /// <summary>What names without a last dot are relative to, in wire form; the root's if empty.</summary>
    public ReadOnlySpan<byte> Origin { get; }

    /// <summary>How lifetimes may be written.</summary>
    public TtlStyle TtlStyle { get; init; }

    /// <summary>True once every token was taken.</summary>
    public readonly bool IsAtEnd => _taken == _tokens.Length;

    /// <summary>Tokens not yet taken.</summary>
    public readonly int Left => _tokens.Length - _taken;

    /// <summary>Where in the entry the token last taken begins; faults are reported there.</summary>
    public readonly int Position => _taken == 0 ? 0 : _tokens[_taken - 1].Start;

    /// <summary>The token last taken; empty before the first.</summary>
    public readonly ReadOnlySpan<byte> Last =>
        _taken == 0 ? default : _entry.Slice(_tokens[_taken - 1].Start, _tokens[_taken - 1].Length);

    /// <summary>True if the first token begins with a dollar sign, as directives do.</summary>
    public readonly bool IsDirective =>
        _tokens.Length > 0 && !_tokens[0].IsQuoted && _entry[_tokens[0].Start] == '$';

    /// <summary>Takes the next token whatever it is; false at the end.</summary>
    public bool TryTake(out ReadOnlySpan<byte> text, out bool isQuoted)
    {
        if (IsAtEnd)
        {
            text = default;
            isQuoted = false;
            return false;
        }
        var token = _tokens[_taken++];
        text = _entry.Slice(token.Start, token.Length);
        isQuoted = token.IsQuoted;
        return true;
    }

    /// <summary>Takes the next token, which may not be quoted.</summary>
    public TextError TakeBare(out ReadOnlySpan<byte> text)
    {
        if (!TryTake(out text, out var isQuoted))
            return TextError.FieldMissing;
        return isQuoted ? TextError.QuotesMisplaced : TextError.None;
    }

    /// <summary>Takes so many tokens, which are there.</summary>
    public void Skip(int count) => _taken += count;

    /// <summary>Takes a token too many as fault.</summary>
    public TextError TakeEnd() => TryTake(out _, out _) ? TextError.FieldSurplus : TextError.None;

    /// <summary>True if the next token is exactly these octets, unquoted. It is not taken.</summary>
    public readonly bool IsNext(ReadOnlySpan<byte> text)
    {
        if (IsAtEnd)
            return false;
        var token = _tokens[_taken];
        return !token.IsQuoted && _entry.Slice(token.Start, token.Length).SequenceEqual(text);
    }
}
