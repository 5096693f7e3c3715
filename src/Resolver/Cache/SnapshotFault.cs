namespace Resolver.Cache;

/// <summary>Why a snapshot was refused. A refused snapshot leaves the cache as it was.</summary>
public enum SnapshotFault : byte
{
    /// <summary>It was not refused.</summary>
    None,

    /// <summary>It does not begin as a snapshot does.</summary>
    Foreign,

    /// <summary>It was written by a version that keeps another form.</summary>
    OtherVersion,

    /// <summary>It ends too early, or goes on behind its end.</summary>
    Torn,

    /// <summary>What it holds is not what was written.</summary>
    Damaged,

    /// <summary>It holds an entry that no cache can hold.</summary>
    Malformed,

    /// <summary>It is much larger than the cache.</summary>
    TooLarge,

    /// <summary>It could not be read in the time given.</summary>
    Cancelled,
}
