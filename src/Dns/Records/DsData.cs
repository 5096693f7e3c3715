namespace Dns.Records;

/// <summary>A view of DS, CDS, DLV or TA RDATA (RFC 4034 §5.1).</summary>
public readonly ref struct DsData
{
    private DsData(scoped ref RdataCursor cursor)
    {
        KeyTag = cursor.TakeUInt16();
        Algorithm = cursor.TakeByte();
        DigestType = cursor.TakeByte();
        Digest = cursor.TakeRest();
    }

    /// <summary>The tag of the key meant.</summary>
    public ushort KeyTag { get; }

    /// <summary>The algorithm of the key meant.</summary>
    public byte Algorithm { get; }

    /// <summary>How the digest was made.</summary>
    public byte DigestType { get; }

    /// <summary>The digest of the owner's name and the key.</summary>
    public ReadOnlySpan<byte> Digest { get; }

    /// <summary>Reads RDATA; false if it is too short or has no digest.</summary>
    public static bool TryRead(ReadOnlySpan<byte> rdata, out DsData ds)
    {
        var cursor = new RdataCursor(rdata);
        ds = new(ref cursor);
        return cursor.IsDone && !ds.Digest.IsEmpty;
    }
}
