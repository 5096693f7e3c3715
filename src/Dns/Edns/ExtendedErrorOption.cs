using System.Buffers.Binary;

namespace Dns.Edns;

/// <summary>The content of an extended error option (RFC 8914 §2).</summary>
public readonly ref struct ExtendedErrorOption
{
    private ExtendedErrorOption(ReadOnlySpan<byte> content)
    {
        Code = (ExtendedErrorCode)BinaryPrimitives.ReadUInt16BigEndian(content);
        // RFC 8914 §2: the text may, against the rule, be ended by a NUL.
        Text = content[2..].TrimEnd((byte)0);
    }

    /// <summary>INFO-CODE.</summary>
    public ExtendedErrorCode Code { get; }

    /// <summary>EXTRA-TEXT in UTF-8, as it came: not to be shown without escaping.</summary>
    public ReadOnlySpan<byte> Text { get; }

    /// <summary>Reads the content of the option; false if it is too short for a code.</summary>
    public static bool TryParse(ReadOnlySpan<byte> content, out ExtendedErrorOption error)
    {
        var isWhole = content.Length >= 2;
        error = isWhole ? new(content) : default;
        return isWhole;
    }
}
