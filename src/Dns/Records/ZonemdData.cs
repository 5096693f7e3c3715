namespace Dns.Records;

/// <summary>A view of ZONEMD RDATA (RFC 8976 §2.2).</summary>
public readonly ref struct ZonemdData
{
    /// <summary>Octets of the shortest digest (RFC 8976 §2.2.4).</summary>
    public const int MinDigestLength = 12;

    private ZonemdData(scoped ref RdataCursor cursor)
    {
        Serial = cursor.TakeUInt32();
        Scheme = cursor.TakeByte();
        HashAlgorithm = cursor.TakeByte();
        Digest = cursor.TakeRest();
    }

    /// <summary>The serial of the SOA record the digest belongs to.</summary>
    public uint Serial { get; }

    /// <summary>How the zone is put in order; 1 is SIMPLE.</summary>
    public byte Scheme { get; }

    /// <summary>The hash function; 1 is SHA-384, 2 is SHA-512.</summary>
    public byte HashAlgorithm { get; }

    /// <summary>The digest.</summary>
    public ReadOnlySpan<byte> Digest { get; }

    /// <summary>Reads RDATA; false if it is malformed.</summary>
    public static bool TryRead(ReadOnlySpan<byte> rdata, out ZonemdData zonemd)
    {
        var cursor = new RdataCursor(rdata);
        zonemd = new(ref cursor);
        return cursor.IsDone && zonemd.Digest.Length >= MinDigestLength;
    }
}
