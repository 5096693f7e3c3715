namespace Dns.Text.Fields;

/// <summary>How a number with words is written.</summary>
internal enum NumberStyle : byte
{
    /// <summary>As digits, whatever words there are.</summary>
    Digits,

    /// <summary>As the word, where there is one.</summary>
    Word,
}
