namespace Resolverd.Configuration.Model;

/// <summary>What a zone's digest (RFC 8976) decides about a copy.</summary>
internal enum ZonemdUse
{
    /// <summary>Nothing.</summary>
    Off,

    /// <summary>A copy with a wrong digest is refused.</summary>
    Check,

    /// <summary>A wrong digest is logged.</summary>
    Permissive,
}
