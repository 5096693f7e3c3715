namespace Dns.Records;

/// <summary>A view of SOA RDATA (RFC 1035 §3.3.13).</summary>
public readonly ref struct SoaData
{
    private SoaData(scoped ref RdataCursor cursor)
    {
        PrimaryName = cursor.TakeName();
        ResponsibleName = cursor.TakeName();
        Serial = cursor.TakeUInt32();
        Refresh = Ttl.FromWire(cursor.TakeUInt32());
        Retry = Ttl.FromWire(cursor.TakeUInt32());
        Expire = Ttl.FromWire(cursor.TakeUInt32());
        Minimum = Ttl.FromWire(cursor.TakeUInt32());
    }

    /// <summary>MNAME: the primary server.</summary>
    public ReadOnlySpan<byte> PrimaryName { get; }

    /// <summary>RNAME: the mailbox of the person responsible.</summary>
    public ReadOnlySpan<byte> ResponsibleName { get; }

    /// <summary>The version of the zone; compared by serial number arithmetic (RFC 1982).</summary>
    public uint Serial { get; }

    /// <summary>How long to wait before looking for a new version.</summary>
    public Ttl Refresh { get; }

    /// <summary>How long to wait after a look that failed.</summary>
    public Ttl Retry { get; }

    /// <summary>How long a copy is good without a look that succeeded.</summary>
    public Ttl Expire { get; }

    /// <summary>The upper bound of a negative answer's lifetime (RFC 2308 §4).</summary>
    public Ttl Minimum { get; }

    /// <summary>Reads RDATA; false if it is malformed.</summary>
    public static bool TryRead(ReadOnlySpan<byte> rdata, out SoaData soa)
    {
        var cursor = new RdataCursor(rdata);
        soa = new(ref cursor);
        return cursor.IsDone;
    }
}
