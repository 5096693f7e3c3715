using System.Buffers.Binary;

namespace Dns.Records;

/// <summary>A view of DNSKEY, CDNSKEY or KEY RDATA (RFC 4034 §2.1).</summary>
public readonly ref struct DnskeyData
{
    /// <summary>The only value the protocol octet may have in a DNSKEY record (RFC 4034 §2.1.2).</summary>
    public const byte DnssecProtocol = 3;

    private const ushort ZoneKeyFlag = 0x0100;
    private const ushort RevokeFlag = 0x0080;
    private const ushort SecureEntryPointFlag = 0x0001;
    private const byte RsaMd5 = 1;

    private readonly ReadOnlySpan<byte> _rdata;

    private DnskeyData(ReadOnlySpan<byte> rdata, scoped ref RdataCursor cursor)
    {
        _rdata = rdata;
        Flags = cursor.TakeUInt16();
        Protocol = cursor.TakeByte();
        Algorithm = cursor.TakeByte();
        PublicKey = cursor.TakeRest();
    }

    /// <summary>The flag bits.</summary>
    public ushort Flags { get; }

    /// <summary>The protocol octet.</summary>
    public byte Protocol { get; }

    /// <summary>The DNSSEC algorithm number.</summary>
    public byte Algorithm { get; }

    /// <summary>The key in its algorithm's own form.</summary>
    public ReadOnlySpan<byte> PublicKey { get; }

    /// <summary>True if the key may sign the zone's data (RFC 4034 §2.1.1).</summary>
    public bool IsZoneKey => (Flags & ZoneKeyFlag) != 0;

    /// <summary>True if the key declares itself revoked (RFC 5011 §2.1).</summary>
    public bool IsRevoked => (Flags & RevokeFlag) != 0;

    /// <summary>True if the key means to be a trust anchor or a DS record's target (RFC 4034 §2.1.1).</summary>
    public bool IsSecureEntryPoint => (Flags & SecureEntryPointFlag) != 0;

    /// <summary>The key tag, a checksum over the whole RDATA; keys may share one.</summary>
    // RFC 4034 §B, §B.1: the sum of the RDATA's 16-bit words with the carries added once; with algorithm 1 the upper
    // 16 of the modulus' last 24 bits.
    public ushort KeyTag
    {
        get
        {
            if (Algorithm == RsaMd5)
                return PublicKey.Length < 3 ? (ushort)0 : BinaryPrimitives.ReadUInt16BigEndian(PublicKey[^3..]);
            var sum = 0u;
            for (var i = 0; i < _rdata.Length; i++)
                sum += (i & 1) == 0 ? (uint)_rdata[i] << 8 : _rdata[i];
            return (ushort)(sum + (sum >> 16));
        }
    }

    /// <summary>Reads RDATA; false if it is too short or has no key.</summary>
    public static bool TryRead(ReadOnlySpan<byte> rdata, out DnskeyData dnskey)
    {
        var cursor = new RdataCursor(rdata);
        dnskey = new(rdata, ref cursor);
        return cursor.IsDone && !dnskey.PublicKey.IsEmpty;
    }
}
