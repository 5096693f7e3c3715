namespace Dns.Records;

/// <summary>A view of NSEC3PARAM RDATA (RFC 5155 §4.2).</summary>
public readonly ref struct Nsec3paramData
{
    private Nsec3paramData(scoped ref RdataCursor cursor)
    {
        HashAlgorithm = cursor.TakeByte();
        Flags = cursor.TakeByte();
        Iterations = cursor.TakeUInt16();
        Salt = cursor.TakeCounted();
    }

    /// <summary>The number of the hash function; 1 is SHA-1.</summary>
    public byte HashAlgorithm { get; }

    /// <summary>The flag bits.</summary>
    public byte Flags { get; }

    /// <summary>Times the hash is applied again.</summary>
    public ushort Iterations { get; }

    /// <summary>The salt, perhaps empty.</summary>
    public ReadOnlySpan<byte> Salt { get; }

    /// <summary>Reads RDATA; false if it is malformed.</summary>
    public static bool TryRead(ReadOnlySpan<byte> rdata, out Nsec3paramData parameters)
    {
        var cursor = new RdataCursor(rdata);
        parameters = new(ref cursor);
        return cursor.IsDone;
    }
}
