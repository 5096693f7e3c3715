namespace Resolverd.Configuration.Model;

/// <summary>The order of records inside the final RRset of an answer.</summary>
internal enum RecordRotation
{
    /// <summary>As they came.</summary>
    Off,

    /// <summary>A different one first each time.</summary>
    Cyclic,
}
