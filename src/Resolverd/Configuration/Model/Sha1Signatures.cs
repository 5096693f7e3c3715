namespace Resolverd.Configuration.Model;

/// <summary>How zones signed with RSA/SHA-1 alone are taken (RFC 9905).</summary>
internal enum Sha1Signatures
{
    /// <summary>As unsigned zones.</summary>
    Insecure,

    /// <summary>As signed zones.</summary>
    Accept,
}
