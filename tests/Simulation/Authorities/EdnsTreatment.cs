namespace Simulation.Authorities;

/// <summary>How a server treats queries with EDNS.</summary>
public enum EdnsTreatment
{
    /// <summary>As RFC 6891 wants it.</summary>
    Good,

    /// <summary>It answers without OPT, as if the query had none.</summary>
    Ignored,

    /// <summary>FORMERR without OPT.</summary>
    FormErr,

    /// <summary>NOTIMP without OPT.</summary>
    NotImp,

    /// <summary>Queries with EDNS vanish.</summary>
    Dropped,

    /// <summary>Queries with any option vanish; a plain OPT is fine.</summary>
    OptionsDropped,

    /// <summary>BADVERS, though the version is 0.</summary>
    BadVers,
}
