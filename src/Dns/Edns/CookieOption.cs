namespace Dns.Edns;

/// <summary>The content of a COOKIE option (RFC 7873 §4): what the client made and what the server made.</summary>
public readonly ref struct CookieOption
{
    /// <summary>Octets of a client cookie.</summary>
    public const int ClientLength = 8;

    /// <summary>Octets of the shortest server cookie.</summary>
    public const int MinServerLength = 8;

    /// <summary>Octets of the longest server cookie.</summary>
    public const int MaxServerLength = 32;

    private CookieOption(ReadOnlySpan<byte> content)
    {
        Client = content[..ClientLength];
        Server = content[ClientLength..];
    }

    /// <summary>The client cookie.</summary>
    public ReadOnlySpan<byte> Client { get; }

    /// <summary>The server cookie; empty from a client that has none yet.</summary>
    public ReadOnlySpan<byte> Server { get; }

    /// <summary>Reads the content of the option; false if its length is not allowed.</summary>
    // RFC 7873 §5.2.2: a length that is neither 8 nor 16 to 40 is a format error.
    [HotPath]
    public static bool TryParse(ReadOnlySpan<byte> content, out CookieOption cookie)
    {
        var serverLength = content.Length - ClientLength;
        var isWhole = serverLength is 0 or >= MinServerLength and <= MaxServerLength;
        cookie = isWhole ? new(content) : default;
        return isWhole;
    }
}
