using Resolverd.Configuration.Reading;
using Resolverd.Configuration.Values;

namespace Resolverd.Configuration.Model;

/// <summary>What the daemon says about itself.</summary>
internal sealed record ServerSettings
{
    // RFC 1035 §3.3.14: a character-string of a TXT record has at most 255 octets.
    private const int MaxText = 255;

    /// <summary>The answer to <c>id.server. CH TXT</c>; nothing: refused.</summary>
    public required string? Identity { get; init; }

    /// <summary>The answer to <c>version.server. CH TXT</c>; nothing: refused.</summary>
    public required string? Version { get; init; }

    /// <summary>The name server identifier; nothing: none is sent.</summary>
    public required string? Nsid { get; init; }

    /// <summary>Declares the keys and reads them.</summary>
    public static ServerSettings Read(SectionReader r) => new()
    {
        Identity = r.Value("identity", Kinds.Optional(Kinds.Text(MaxText)), null,
            "The answer to `id.server.` and `hostname.bind.` (class CH, RFC 4892). Without it they are refused."),
        Version = r.Value("version", Kinds.Optional(Kinds.Text(MaxText)), null,
            "The answer to `version.server.` and `version.bind.` (class CH). Without it they are refused."),
        Nsid = r.Value("nsid", Kinds.Optional(Kinds.Text(MaxText)), null,
            "The name server identifier (RFC 5001), sent to clients that ask for it. Without it none is sent."),
    };
}
