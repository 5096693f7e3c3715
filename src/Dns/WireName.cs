using System.Runtime.CompilerServices;

namespace Dns;

/// <summary>
/// Operations on uncompressed names in wire form, held in spans: a length octet and the label's octets, label by
/// label, up to the root's zero octet. Letters compare without regard to ASCII case and nothing else does
/// (RFC 4343 §3). Callers pass whole, valid names.
/// </summary>
public static class WireName
{
    /// <summary>Octets of the longest name, the root's zero included (RFC 1035 §2.3.4).</summary>
    public const int MaxLength = 255;

    /// <summary>Octets of the longest label (RFC 1035 §2.3.4).</summary>
    public const int MaxLabelLength = 63;

    /// <summary>Labels of the longest name, the root's not counted: 127 of one octet each.</summary>
    public const int MaxLabels = 127;

    /// <summary>The root: one zero octet.</summary>
    public static ReadOnlySpan<byte> Root => [0];

    /// <summary>
    /// The octets of the valid uncompressed name at the start of <paramref name="wire"/>, or -1 if there is none.
    /// </summary>
    [HotPath]
    public static int Measure(ReadOnlySpan<byte> wire)
    {
        var position = 0;
        while (position < wire.Length && position < MaxLength)
        {
            var label = wire[position];
            if (label == 0)
                return position + 1;
            if (label > MaxLabelLength)
                return -1;
            position += label + 1;
        }
        return -1;
    }

    /// <summary>True if the whole span is one valid uncompressed name.</summary>
    public static bool IsValid(ReadOnlySpan<byte> wire) => wire.Length > 0 && Measure(wire) == wire.Length;

    /// <summary>True if the two names are the same but for ASCII case.</summary>
    [HotPath]
    public static bool Equals(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) =>
        left.Length == right.Length && (left.SequenceEqual(right) || EqualsFolded(left, right));

    /// <summary>True if <paramref name="name"/> is <paramref name="ancestor"/> or below it.</summary>
    [HotPath]
    public static bool IsAtOrBelow(ReadOnlySpan<byte> name, ReadOnlySpan<byte> ancestor)
    {
        var surplus = name.Length - ancestor.Length;
        if (surplus < 0)
            return false;
        var position = 0;
        while (position < surplus)
            position += name[position] + 1;
        return position == surplus && Equals(name[position..], ancestor);
    }

    /// <summary>True if <paramref name="name"/> is strictly below <paramref name="ancestor"/>.</summary>
    public static bool IsBelow(ReadOnlySpan<byte> name, ReadOnlySpan<byte> ancestor) =>
        name.Length > ancestor.Length && IsAtOrBelow(name, ancestor);

    /// <summary>The number of labels, the root's not counted.</summary>
    [HotPath]
    public static int CountLabels(ReadOnlySpan<byte> name)
    {
        var count = 0;
        for (var position = 0; name[position] != 0; position += name[position] + 1)
            count++;
        return count;
    }

    /// <summary>The name without its first label; the root stays the root.</summary>
    [HotPath]
    public static ReadOnlySpan<byte> Parent(ReadOnlySpan<byte> name) => name[0] == 0 ? name : name[(name[0] + 1)..];

    /// <summary>The last <paramref name="labels"/> labels of the name; the whole name if it has no more.</summary>
    [HotPath]
    public static ReadOnlySpan<byte> Suffix(ReadOnlySpan<byte> name, int labels)
    {
        for (var surplus = CountLabels(name) - labels; surplus > 0; surplus--)
            name = Parent(name);
        return name;
    }

    /// <summary>The number of labels the two names share, counted from the root.</summary>
    [HotPath]
    public static int CountCommonLabels(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var labels = Math.Min(CountLabels(left), CountLabels(right));
        left = Suffix(left, labels);
        right = Suffix(right, labels);
        var common = 0;
        for (var run = 0; left[0] != 0; left = Parent(left), right = Parent(right))
        {
            run = EqualsFolded(left[..(left[0] + 1)], right[..(right[0] + 1)]) ? run + 1 : 0;
            common = run;
        }
        return common;
    }

    /// <summary>True if the first label is the single octet '*' (RFC 4592 §2.1.1).</summary>
    public static bool IsWildcard(ReadOnlySpan<byte> name) => name.Length > 2 && name[0] == 1 && name[1] == (byte)'*';

    /// <summary>Copies the name with ASCII letters in lower case; both spans may be the same.</summary>
    [HotPath]
    public static void Fold(ReadOnlySpan<byte> name, Span<byte> folded)
    {
        // Length octets are at most 63 and so never look like letters: the whole span can be folded at once.
        for (var i = 0; i < name.Length; i++)
            folded[i] = FoldOctet(name[i]);
    }

    /// <summary>An octet with 'A' to 'Z' turned into lower case.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte FoldOctet(byte octet) => (uint)(octet - 'A') <= 'Z' - 'A' ? (byte)(octet | 0x20) : octet;

    /// <summary>Orders names as RFC 4034 §6.1 does: by labels from the root, octet by octet, folded.</summary>
    [HotPath]
    public static int CompareCanonical(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var leftLabels = CountLabels(left);
        var rightLabels = CountLabels(right);
        Span<byte> leftStarts = stackalloc byte[MaxLabels];
        Span<byte> rightStarts = stackalloc byte[MaxLabels];
        MarkLabels(left, leftStarts);
        MarkLabels(right, rightStarts);
        for (int l = leftLabels - 1, r = rightLabels - 1; l >= 0 && r >= 0; l--, r--)
        {
            var order = CompareLabels(left[leftStarts[l]..], right[rightStarts[r]..]);
            if (order != 0)
                return order;
        }
        return leftLabels.CompareTo(rightLabels);
    }

    /// <summary>Writes where each label starts (its length octet), first label first.</summary>
    private static void MarkLabels(ReadOnlySpan<byte> name, Span<byte> starts)
    {
        var count = 0;
        for (var position = 0; name[position] != 0; position += name[position] + 1)
            starts[count++] = (byte)position;
    }

    private static int CompareLabels(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        int leftLength = left[0], rightLength = right[0];
        for (var i = 1; i <= Math.Min(leftLength, rightLength); i++)
        {
            var order = FoldOctet(left[i]) - FoldOctet(right[i]);
            if (order != 0)
                return order;
        }
        return leftLength - rightLength;
    }

    private static bool EqualsFolded(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        if (left.Length != right.Length)
            return false;
        for (var i = 0; i < left.Length; i++)
        {
            if (FoldOctet(left[i]) != FoldOctet(right[i]))
                return false;
        }
        return true;
    }
}
