namespace Resolver.LocalRoot;

/// <summary>How the copy of the root zone is doing, from well to gone.</summary>
public enum RootStage : byte
{
    /// <summary>In use and up to date.</summary>
    Fresh,

    /// <summary>In use; the last refresh failed or is overdue.</summary>
    RefreshFailing,

    /// <summary>In use; its signatures end in a few days.</summary>
    Alarm,

    /// <summary>In use; its signatures end so soon that every source is tried at once.</summary>
    LastCall,

    /// <summary>Not used any more: too near the end of its signatures, or of what its SOA record allows.</summary>
    Dropped,

    /// <summary>There is none.</summary>
    Absent,
}
