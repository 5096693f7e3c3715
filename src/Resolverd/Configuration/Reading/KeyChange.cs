namespace Resolverd.Configuration.Reading;

/// <summary>When a changed value is taken over.</summary>
internal enum KeyChange
{
    /// <summary>At the next start. A reload that would change it is refused whole: no setting is ignored.</summary>
    AtRestart,

    /// <summary>At the next reload.</summary>
    OnReload,
}
