using Dns;

namespace Simulation.Messages;

/// <summary>
/// Where names stand in RDATA, written down a second time on purpose: what judges the resolver must not share its
/// tables.
/// </summary>
internal static class RdataNames
{
    /// <summary>
    /// Octets before the first name and the number of names, for types whose names may be compressed.
    /// </summary>
    public static (int Prefix, int Names, bool MayCompress) Of(RecordType type) => type switch
    {
        RecordType.Ns or RecordType.Cname or RecordType.Ptr or RecordType.Mb or RecordType.Mg or RecordType.Mr
            or RecordType.Md or RecordType.Mf => (0, 1, true),
        RecordType.Soa or RecordType.Minfo => (0, 2, true),
        RecordType.Mx => (2, 1, true),
        RecordType.Dname => (0, 1, false),
        RecordType.Srv => (6, 1, false),
        RecordType.Rp => (0, 2, false),
        RecordType.Afsdb or RecordType.Rt or RecordType.Kx => (2, 1, false),
        _ => (0, 0, false),
    };
}
