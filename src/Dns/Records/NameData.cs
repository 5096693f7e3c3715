namespace Dns.Records;

/// <summary>RDATA that is one name: NS, CNAME, DNAME, PTR and their like.</summary>
public static class NameData
{
    /// <summary>The name, if the RDATA is one uncompressed name and nothing else.</summary>
    public static bool TryRead(ReadOnlySpan<byte> rdata, out ReadOnlySpan<byte> name)
    {
        var isName = WireName.IsValid(rdata);
        name = isName ? rdata : default;
        return isName;
    }
}
