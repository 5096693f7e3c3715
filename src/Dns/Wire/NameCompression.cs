namespace Dns.Wire;

/// <summary>What a writer may do with a name.</summary>
public enum NameCompression : byte
{
    /// <summary>Point to an earlier occurrence, and let later names point here.</summary>
    Allowed,

    /// <summary>Write it out, and let nobody point here (RFC 3597 §4).</summary>
    Forbidden,
}
