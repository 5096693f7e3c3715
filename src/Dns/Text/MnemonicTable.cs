using System.Globalization;
using System.Text;

namespace Dns.Text;

/// <summary>
/// The words that stand for the numbers of one registry, both ways. Words are read without regard to case; numbers
/// without a word are written as a prefix and decimal digits (RFC 3597 §5), and every number may be read so.
/// </summary>
internal sealed class MnemonicTable
{
    /// <summary>Characters of the longest word that any registry has, prefixes and digits included.</summary>
    private const int MaxLength = 32;

    private readonly string _numberPrefix;
    private readonly Dictionary<ushort, string> _words = [];
    private readonly Dictionary<string, ushort>.AlternateLookup<ReadOnlySpan<byte>> _numbers;

    /// <summary>Makes a table. Of two words for one number the first is the one that is written.</summary>
    public MnemonicTable(string numberPrefix, IEnumerable<(int Number, string Word)> entries)
    {
        _numberPrefix = numberPrefix;
        var numbers = new Dictionary<string, ushort>(AsciiFoldedComparer.Instance);
        foreach (var (number, word) in entries)
        {
            _words.TryAdd((ushort)number, word);
            numbers.Add(word, (ushort)number);
        }
        _numbers = numbers.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    /// <summary>The numbers that have a word, ascending.</summary>
    public IEnumerable<ushort> Numbers => _words.Keys.Order();

    /// <summary>Finds the number that a word, or a prefix with digits, stands for.</summary>
    public bool TryRead(ReadOnlySpan<byte> text, out ushort number) =>
        _numbers.TryGetValue(text, out number) || TryReadPrefixed(text, out number);

    /// <summary>Finds the number that a word, or a prefix with digits, stands for.</summary>
    public bool TryRead(ReadOnlySpan<char> text, out ushort number)
    {
        Span<byte> octets = stackalloc byte[MaxLength];
        number = 0;
        return text.Length <= MaxLength
            && Ascii.FromUtf16(text, octets, out var length) == System.Buffers.OperationStatus.Done
            && TryRead(octets[..length], out number);
    }

    /// <summary>The word of a number, or the prefix and its digits.</summary>
    public string Write(ushort number) => _words.TryGetValue(number, out var word)
        ? word
        : string.Create(CultureInfo.InvariantCulture, $"{_numberPrefix}{number}");

    private bool TryReadPrefixed(ReadOnlySpan<byte> text, out ushort number)
    {
        number = 0;
        if (text.Length <= _numberPrefix.Length
            || !Ascii.EqualsIgnoreCase(text[.._numberPrefix.Length], _numberPrefix)
            || !NumberText.TryRead(text[_numberPrefix.Length..], ushort.MaxValue, out var value))
        {
            return false;
        }
        number = (ushort)value;
        return true;
    }
}
