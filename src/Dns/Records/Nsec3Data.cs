namespace Dns.Records;

/// <summary>A view of NSEC3 RDATA (RFC 5155 §3.2).</summary>
public readonly ref struct Nsec3Data
{
    private const byte OptOutFlag = 0x01;

    private Nsec3Data(scoped ref RdataCursor cursor, out bool isBitmap)
    {
        HashAlgorithm = cursor.TakeByte();
        Flags = cursor.TakeByte();
        Iterations = cursor.TakeUInt16();
        Salt = cursor.TakeCounted();
        NextHash = cursor.TakeCounted();
        isBitmap = TypeBitmap.TryRead(cursor.TakeRest(), out var types);
        Types = types;
    }

    /// <summary>The number of the hash function; 1 is SHA-1.</summary>
    public byte HashAlgorithm { get; }

    /// <summary>The flag bits.</summary>
    public byte Flags { get; }

    /// <summary>True if unsigned delegations may lie in the span covered (RFC 5155 §3.1.2.1).</summary>
    public bool IsOptOut => (Flags & OptOutFlag) != 0;

    /// <summary>Times the hash is applied again.</summary>
    public ushort Iterations { get; }

    /// <summary>The salt, perhaps empty.</summary>
    public ReadOnlySpan<byte> Salt { get; }

    /// <summary>The next owner's hash, as octets.</summary>
    public ReadOnlySpan<byte> NextHash { get; }

    /// <summary>The types that exist at the name hashed.</summary>
    public TypeBitmap Types { get; }

    /// <summary>Reads RDATA; false if it is malformed.</summary>
    public static bool TryRead(ReadOnlySpan<byte> rdata, out Nsec3Data nsec3)
    {
        var cursor = new RdataCursor(rdata);
        nsec3 = new(ref cursor, out var isBitmap);
        // RFC 5155 §3.2: the hash is at least one octet long.
        return cursor.IsDone && isBitmap && !nsec3.NextHash.IsEmpty;
    }
}
