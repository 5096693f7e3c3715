namespace Resolverd.Configuration.Reading;

/// <summary>What happens when a key is given whose feature this version does not have.</summary>
internal enum PlannedKeys
{
    /// <summary>An error: a setting is obeyed or refused, never ignored.</summary>
    Refuse,

    /// <summary>It is read like any other, for tests of the declarations themselves.</summary>
    Read,
}
