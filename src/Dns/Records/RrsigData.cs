namespace Dns.Records;

/// <summary>A view of RRSIG or SIG RDATA (RFC 4034 §3.1).</summary>
public readonly ref struct RrsigData
{
    private readonly ReadOnlySpan<byte> _rdata;

    private RrsigData(ReadOnlySpan<byte> rdata, scoped ref RdataCursor cursor)
    {
        _rdata = rdata;
        TypeCovered = (RecordType)cursor.TakeUInt16();
        Algorithm = cursor.TakeByte();
        Labels = cursor.TakeByte();
        OriginalTtl = Ttl.FromWire(cursor.TakeUInt32());
        Expiration = cursor.TakeUInt32();
        Inception = cursor.TakeUInt32();
        KeyTag = cursor.TakeUInt16();
        SignerName = cursor.TakeName();
        Signature = cursor.TakeRest();
    }

    /// <summary>The type of the RRset that is signed.</summary>
    public RecordType TypeCovered { get; }

    /// <summary>The DNSSEC algorithm number.</summary>
    public byte Algorithm { get; }

    /// <summary>Labels of the owner as signed, neither the root's nor a wildcard's counted.</summary>
    public byte Labels { get; }

    /// <summary>The TTL the RRset has in its zone.</summary>
    public Ttl OriginalTtl { get; }

    /// <summary>When the signature ends, in seconds modulo 2^32 (see <see cref="UnixTime.NearestTo"/>).</summary>
    public uint Expiration { get; }

    /// <summary>When the signature begins, in seconds modulo 2^32.</summary>
    public uint Inception { get; }

    /// <summary>The tag of the key that made the signature.</summary>
    public ushort KeyTag { get; }

    /// <summary>The zone whose key made the signature.</summary>
    public ReadOnlySpan<byte> SignerName { get; }

    /// <summary>The signature proper.</summary>
    public ReadOnlySpan<byte> Signature { get; }

    /// <summary>RDATA without the signature, itself part of what is signed; the signer's name is not folded.</summary>
    public ReadOnlySpan<byte> SignedPart => _rdata[..^Signature.Length];

    /// <summary>Reads RDATA; false if it is malformed or has no signature.</summary>
    public static bool TryRead(ReadOnlySpan<byte> rdata, out RrsigData rrsig)
    {
        var cursor = new RdataCursor(rdata);
        rrsig = new(rdata, ref cursor);
        return cursor.IsDone && !rrsig.Signature.IsEmpty;
    }
}
