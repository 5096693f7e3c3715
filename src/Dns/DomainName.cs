using System.Diagnostics.CodeAnalysis;

namespace Dns;

/// <summary>
/// A domain name: at most 255 octets in labels of at most 63. Any octet may stand in a label, a dot and a NUL
/// included; names compare without regard to ASCII case (RFC 4343) but keep the case they came in.
/// Immutable.
/// </summary>
public sealed class DomainName : IEquatable<DomainName>
{
    private readonly byte[] _wire;

    private DomainName(byte[] wire) => _wire = wire;

    /// <summary>The root of the tree, written ".".</summary>
    public static DomainName Root { get; } = new([0]);

    /// <summary>The uncompressed wire form, the root's zero octet included.</summary>
    public ReadOnlySpan<byte> Wire => _wire;

    /// <summary>The same octets as <see cref="Wire"/>, for code that must keep them across an await.</summary>
    public ReadOnlyMemory<byte> WireMemory => _wire;

    /// <summary>The number of labels, the root's not counted.</summary>
    public int LabelCount => WireName.CountLabels(_wire);

    /// <summary>True for the root alone.</summary>
    public bool IsRoot => _wire.Length == 1;

    /// <summary>True if the first label is a lone asterisk (RFC 4592 §2.1.1).</summary>
    public bool IsWildcard => WireName.IsWildcard(_wire);

    /// <summary>The name one label up; the root's parent is the root.</summary>
    public DomainName Parent => IsRoot ? this : new(WireName.Parent(_wire).ToArray());

    /// <summary>Takes a name out of its uncompressed wire form, which must fill the span.</summary>
    public static bool TryFromWire(ReadOnlySpan<byte> wire, [NotNullWhen(true)] out DomainName? name)
    {
        name = WireName.IsValid(wire) ? wire.Length == 1 ? Root : new(wire.ToArray()) : null;
        return name is not null;
    }

    /// <summary>Takes a name out of wire form that is known to be valid.</summary>
    /// <exception cref="ArgumentException">The octets are not one whole name.</exception>
    public static DomainName FromWire(ReadOnlySpan<byte> wire) =>
        TryFromWire(wire, out var name) ? name : throw new ArgumentException("not a domain name in wire form");

    /// <summary>Reads presentation format, absolute with or without the last dot (RFC 1035 §5.1).</summary>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out DomainName? name)
    {
        Span<byte> wire = stackalloc byte[WireName.MaxLength];
        name = Text.NameText.TryRead(text, [], wire, out var length) ? FromWire(wire[..length]) : null;
        return name is not null;
    }

    /// <summary>Reads presentation format that is known to be valid.</summary>
    /// <exception cref="FormatException">The text is not a domain name.</exception>
    public static DomainName Parse(string text) =>
        TryParse(text, out var name) ? name : throw new FormatException($"'{text}' is not a domain name");

    /// <summary>True if this name is <paramref name="ancestor"/> or below it.</summary>
    public bool IsAtOrBelow(DomainName ancestor) => WireName.IsAtOrBelow(_wire, ancestor._wire);

    /// <summary>True if this name is strictly below <paramref name="ancestor"/>.</summary>
    public bool IsBelow(DomainName ancestor) => WireName.IsBelow(_wire, ancestor._wire);

    /// <summary>The last <paramref name="labels"/> labels of this name; this name if it has no more.</summary>
    public DomainName Suffix(int labels) => LabelCount <= labels ? this : new(WireName.Suffix(_wire, labels).ToArray());

    /// <summary>This name with one label in front; false if it would be too long.</summary>
    public bool TryPrepend(ReadOnlySpan<byte> label, [NotNullWhen(true)] out DomainName? longer)
    {
        longer = null;
        if (label.Length is 0 or > WireName.MaxLabelLength || label.Length + 1 + _wire.Length > WireName.MaxLength)
            return false;
        var wire = new byte[label.Length + 1 + _wire.Length];
        wire[0] = (byte)label.Length;
        label.CopyTo(wire.AsSpan(1));
        _wire.CopyTo(wire.AsSpan(label.Length + 1));
        longer = new(wire);
        return true;
    }

    /// <summary>Orders names canonically (RFC 4034 §6.1).</summary>
    public int CompareCanonical(DomainName other) => WireName.CompareCanonical(_wire, other._wire);

    /// <summary>True if the names are the same but for ASCII case.</summary>
    public bool Equals([NotNullWhen(true)] DomainName? other) =>
        other is not null && WireName.Equals(_wire, other._wire);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is DomainName other && Equals(other);

    /// <summary>
    /// A hash over the folded octets. It has no key: tables that hold names an attacker can choose use a keyed
    /// comparer instead.
    /// </summary>
    public override int GetHashCode()
    {
        var hash = 2166136261u;
        foreach (var octet in _wire)
            hash = (hash ^ WireName.FoldOctet(octet)) * 16777619u;
        return (int)hash;
    }

    /// <summary>Presentation format with a trailing dot; octets that need it are escaped as \DDD or \X.</summary>
    public override string ToString() => Text.NameText.Write(_wire);
}
