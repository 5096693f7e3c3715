using System.Text;

namespace Dns.Text;

/// <summary>
/// Compares mnemonics without regard to ASCII case, and finds them by the octets of a zone file without making a
/// string of them.
/// </summary>
internal sealed class AsciiFoldedComparer
    : IEqualityComparer<string>, IAlternateEqualityComparer<ReadOnlySpan<byte>, string>
{
    /// <summary>The one instance.</summary>
    public static AsciiFoldedComparer Instance { get; } = new();

    /// <inheritdoc/>
    public bool Equals(string? x, string? y) => string.Equals(x, y, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public bool Equals(ReadOnlySpan<byte> alternate, string other) => Ascii.EqualsIgnoreCase(alternate, other);

    /// <inheritdoc/>
    public int GetHashCode(string obj)
    {
        var hash = 2166136261u;
        foreach (var character in obj)
            hash = (hash ^ WireName.FoldOctet((byte)character)) * 16777619u;
        return (int)hash;
    }

    /// <inheritdoc/>
    public int GetHashCode(ReadOnlySpan<byte> alternate)
    {
        var hash = 2166136261u;
        foreach (var octet in alternate)
            hash = (hash ^ WireName.FoldOctet(octet)) * 16777619u;
        return (int)hash;
    }

    /// <inheritdoc/>
    public string Create(ReadOnlySpan<byte> alternate) => Encoding.Latin1.GetString(alternate);
}
