namespace Resolverd.Configuration.Model;

/// <summary>What a client gets that may not ask.</summary>
internal enum DeniedClients
{
    /// <summary>REFUSED with an extended error, up to the rate allowed.</summary>
    Refuse,

    /// <summary>Nothing.</summary>
    Drop,
}
