namespace Dns.Text;

/// <summary>How lifetimes may be written.</summary>
public enum TtlStyle : byte
{
    /// <summary>As seconds (RFC 1035 §5.1).</summary>
    Seconds,

    /// <summary>As seconds, or as numbers with the units w, d, h, m and s: a habit of zone files, in no RFC.</summary>
    SecondsOrUnits,
}
