namespace Dnssec.Zones;

/// <summary>What a zone's digest says about the zone.</summary>
public enum ZoneDigestStatus : byte
{
    /// <summary>A digest matches.</summary>
    Verified,

    /// <summary>The zone has no ZONEMD record at its apex.</summary>
    Missing,

    /// <summary>Every ZONEMD record has a scheme or a hash that is not known; private ones among them.</summary>
    Unsupported,

    /// <summary>No ZONEMD record is for the serial of the zone.</summary>
    SerialMismatch,

    /// <summary>Two ZONEMD records have the same scheme and hash, and there is no other that could be used.</summary>
    Ambiguous,

    /// <summary>The digest is another: the zone is not as it was published.</summary>
    Mismatch,

    /// <summary>The zone has no SOA record, or more than one.</summary>
    NoSerial,
}
