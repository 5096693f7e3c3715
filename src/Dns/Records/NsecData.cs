namespace Dns.Records;

/// <summary>A view of NSEC RDATA (RFC 4034 §4.1).</summary>
public readonly ref struct NsecData
{
    private NsecData(ReadOnlySpan<byte> nextName, TypeBitmap types)
    {
        NextName = nextName;
        Types = types;
    }

    /// <summary>The next name of the zone in canonical order.</summary>
    public ReadOnlySpan<byte> NextName { get; }

    /// <summary>The types that exist at the owner.</summary>
    public TypeBitmap Types { get; }

    /// <summary>Reads RDATA; false if it is malformed.</summary>
    public static bool TryRead(ReadOnlySpan<byte> rdata, out NsecData nsec)
    {
        var cursor = new RdataCursor(rdata);
        var nextName = cursor.TakeName();
        var isBitmap = TypeBitmap.TryRead(cursor.TakeRest(), out var types);
        nsec = new(nextName, types);
        return isBitmap && cursor.IsDone;
    }
}
