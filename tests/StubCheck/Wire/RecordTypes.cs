namespace StubCheck.Wire;

/// <summary>The record types that layouts are about.</summary>
internal static class RecordTypes
{
    // Numbers and names as the registry has them.
    public const ushort A = 1;
    public const ushort Ns = 2;
    public const ushort Cname = 5;
    public const ushort Soa = 6;
    public const ushort Ptr = 12;
    public const ushort Mx = 15;
    public const ushort Txt = 16;
    public const ushort Aaaa = 28;
    public const ushort Srv = 33;
    public const ushort Dname = 39;
    public const ushort Opt = 41;
    public const ushort Rrsig = 46;
    public const ushort Nsec = 47;
    public const ushort Nsec3 = 50;
    public const ushort Svcb = 64;
    public const ushort Https = 65;
    public const ushort Any = 255;

    private static readonly Dictionary<string, ushort> ByName = new(StringComparer.OrdinalIgnoreCase)
    {
        ["A"] = A, ["NS"] = Ns, ["CNAME"] = Cname, ["SOA"] = Soa, ["PTR"] = Ptr, ["MX"] = Mx, ["TXT"] = Txt,
        ["AAAA"] = Aaaa, ["SRV"] = Srv, ["DNAME"] = Dname, ["OPT"] = Opt, ["RRSIG"] = Rrsig, ["NSEC"] = Nsec,
        ["NSEC3"] = Nsec3, ["SVCB"] = Svcb, ["HTTPS"] = Https, ["ANY"] = Any,
    };

    /// <summary>The type of a name, or null.</summary>
    public static ushort? Find(string name) => ByName.TryGetValue(name, out var type) ? type : null;

    /// <summary>The name of a type.</summary>
    public static string Name(ushort type) =>
        ByName.FirstOrDefault(pair => pair.Value == type).Key ?? $"TYPE{type}";

    /// <summary>Where the names in a type's RDATA start and how many follow each other; none for most types.</summary>
    public static (int Start, int Count) Names(ushort type) => type switch
    {
        Ns or Cname or Ptr or Dname or Nsec => (0, 1),
        Soa => (0, 2),
        Mx or Svcb or Https => (2, 1),
        Srv => (6, 1),
        Rrsig => (18, 1),
        _ => (0, 0),
    };

    // RFC 3597 §4: names in the RDATA of types newer than RFC 1035 are not compressed.
    /// <summary>True if names in the type's RDATA may be pointers.</summary>
    public static bool MayCompress(ushort type) => type is Ns or Cname or Soa or Ptr or Mx;
}
