namespace Dns.Records;

/// <summary>A view of MX RDATA (RFC 1035 §3.3.9); KX, RT, AFSDB and LP have the same form.</summary>
public readonly ref struct MxData
{
    private MxData(scoped ref RdataCursor cursor)
    {
        Preference = cursor.TakeUInt16();
        Exchange = cursor.TakeName();
    }

    /// <summary>Lower is tried first.</summary>
    public ushort Preference { get; }

    /// <summary>The mail exchange.</summary>
    public ReadOnlySpan<byte> Exchange { get; }

    /// <summary>Reads RDATA; false if it is malformed.</summary>
    public static bool TryRead(ReadOnlySpan<byte> rdata, out MxData mx)
    {
        var cursor = new RdataCursor(rdata);
        mx = new(ref cursor);
        return cursor.IsDone;
    }
}
