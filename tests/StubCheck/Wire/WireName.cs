using System.Buffers;
using System.Globalization;
using System.Text;

namespace StubCheck.Wire;

/// <summary>A domain name as uncompressed octets, the root's zero included. Case is kept, for it is judged.</summary>
internal sealed class WireName : IEquatable<WireName>
{
    /// <summary>RFC 1035 §3.1: the longest name on the wire.</summary>
    public const int MaxLength = 255;

    private static readonly SearchValues<byte> HostOctets =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_"u8);

    /// <summary>The root.</summary>
    public static readonly WireName Root = new([0]);

    /// <summary>Takes octets that are known to be a whole name.</summary>
    public WireName(byte[] octets) => Octets = octets;

    /// <summary>The octets.</summary>
    public byte[] Octets { get; }

    /// <summary>The name one label up; the root's parent is the root.</summary>
    public WireName Parent => Octets.Length == 1 ? this : new(Octets[(Octets[0] + 1)..]);

    /// <summary>The first label, without its length.</summary>
    public ReadOnlySpan<byte> FirstLabel => Octets.AsSpan(1, Octets[0]);

    /// <summary>Reads a name as a person types it, without escapes: the tool asks for host names.</summary>
    public static WireName? FromText(string text)
    {
        var octets = new List<byte>();
        foreach (var label in text.TrimEnd('.').Split('.'))
        {
            if (text is "" or ".")
                return Root;
            var bytes = Encoding.Latin1.GetBytes(label);
            if (bytes.Length is 0 or > 63)
                return null;
            octets.Add((byte)bytes.Length);
            octets.AddRange(bytes);
        }

        octets.Add(0);
        return octets.Count <= MaxLength ? new([.. octets]) : null;
    }

    /// <summary>The same octets, case and all: what a client that compares memory sees.</summary>
    public bool Equals(WireName? other) => other is not null && Octets.AsSpan().SequenceEqual(other.Octets);

    /// <summary>The same name: ASCII letters compare without case.</summary>
    public bool IsSameAs(WireName other) =>
        Octets.Length == other.Octets.Length
        && Octets.Zip(other.Octets).All(pair => Fold(pair.First) == Fold(pair.Second));

    /// <summary>True if the other name is this one or above it.</summary>
    public bool IsAtOrBelow(WireName other)
    {
        for (var name = this; ; name = name.Parent)
        {
            if (name.IsSameAs(other))
                return true;
            if (name.Octets.Length == 1)
                return false;
        }
    }

    /// <summary>This name with one of its ancestors replaced by another name, as DNAME does.</summary>
    public WireName Redirect(WireName from, WireName to) =>
        new([.. Octets[..^from.Octets.Length], .. to.Octets]);

    /// <summary>A name with another label in front.</summary>
    public WireName Under(string label) =>
        new([(byte)label.Length, .. Encoding.ASCII.GetBytes(label), .. Octets]);

    /// <summary>True for letters, digits, inner hyphens and underscores: a host name to the C libraries.</summary>
    public bool IsHostName()
    {
        for (var name = this; name.Octets.Length > 1; name = name.Parent)
        {
            var label = name.FirstLabel;
            if (!IsBorder(label[0]) || !IsBorder(label[^1]) || label.ContainsAnyExcept(HostOctets))
                return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as WireName);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().Length;

    /// <summary>Presentation format.</summary>
    public override string ToString()
    {
        if (Octets.Length == 1)
            return ".";
        var text = new StringBuilder();
        for (var name = this; name.Octets.Length > 1; name = name.Parent)
        {
            foreach (var octet in name.FirstLabel)
            {
                if (octet is > 0x20 and < 0x7f and not (byte)'.' and not (byte)'\\')
                    text.Append((char)octet);
                else
                    text.Append(CultureInfo.InvariantCulture, $"\\{octet:000}");
            }

            text.Append('.');
        }

        return text.ToString();
    }

    private static bool IsBorder(byte octet) => char.IsAsciiLetterOrDigit((char)octet);

    private static byte Fold(byte octet) => octet is >= (byte)'A' and <= (byte)'Z' ? (byte)(octet + 32) : octet;
}
