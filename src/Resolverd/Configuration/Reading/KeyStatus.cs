namespace Resolverd.Configuration.Reading;

/// <summary>Whether a key may be given, and whether it must be.</summary>
internal enum KeyStatus
{
    /// <summary>May be given; has a default.</summary>
    Optional,

    /// <summary>Must be given where its group is.</summary>
    Required,

    /// <summary>Declared ahead of the code that will obey it; giving it is refused.</summary>
    Planned,
}
