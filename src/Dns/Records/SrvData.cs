namespace Dns.Records;

/// <summary>A view of SRV RDATA (RFC 2782).</summary>
public readonly ref struct SrvData
{
    private SrvData(scoped ref RdataCursor cursor)
    {
        Priority = cursor.TakeUInt16();
        Weight = cursor.TakeUInt16();
        Port = cursor.TakeUInt16();
        Target = cursor.TakeName();
    }

    /// <summary>Lower is tried first.</summary>
    public ushort Priority { get; }

    /// <summary>The share among targets of one priority.</summary>
    public ushort Weight { get; }

    /// <summary>The port of the service.</summary>
    public ushort Port { get; }

    /// <summary>The host of the service; the root says that there is none.</summary>
    public ReadOnlySpan<byte> Target { get; }

    /// <summary>Reads RDATA; false if it is malformed.</summary>
    public static bool TryRead(ReadOnlySpan<byte> rdata, out SrvData srv)
    {
        var cursor = new RdataCursor(rdata);
        srv = new(ref cursor);
        return cursor.IsDone;
    }
}
