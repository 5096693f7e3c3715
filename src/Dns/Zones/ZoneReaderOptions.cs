using Dns.Text;

namespace Dns.Zones;

/// <summary>How a zone's text is to be taken.</summary>
public sealed record ZoneReaderOptions
{
    /// <summary>What the text is called in errors: a file, an address.</summary>
    public string SourceName { get; init; } = "zone";

    /// <summary>What relative names are relative to until the first $ORIGIN.</summary>
    public DomainName Origin { get; init; } = DomainName.Root;

    /// <summary>The class all records must have, and have if they name none; null lets any class pass.</summary>
    // RFC 1035 §5.2: all records of a file have one class.
    public RecordClass? Class { get; init; } = RecordClass.In;

    /// <summary>The TTL where the text gives none and has neither $TTL nor a TTL or an SOA before.</summary>
    public Ttl? DefaultTtl { get; init; }

    /// <summary>How TTLs and the timers of SOA may be written.</summary>
    public TtlStyle TtlStyle { get; init; } = TtlStyle.SecondsOrUnits;

    /// <summary>
    /// Opens included text; null refuses $INCLUDE, as it must be for text that is not the operator's.
    /// </summary>
    public ZoneIncludeOpener? Include { get; init; }

    /// <summary>How much is read.</summary>
    public ZoneLimits Limits { get; init; } = ZoneLimits.Default;
}
