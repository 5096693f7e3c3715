using Dns.Wire;

namespace Dns.Edns;

/// <summary>The fixed part of an OPT record: the fields that EDNS keeps in CLASS and TTL (RFC 6891 §6.1.3).</summary>
/// <param name="PayloadSize">The largest UDP payload the sender can take, in octets, as it says.</param>
/// <param name="ExtendedRcode">The upper eight bits of the response code.</param>
/// <param name="Version">The EDNS version; 0 is the only one defined.</param>
/// <param name="Flags">The 16 flag bits.</param>
public readonly record struct EdnsHeader(ushort PayloadSize, byte ExtendedRcode, byte Version, ushort Flags)
{
    /// <summary>DO: the sender can take DNSSEC records (RFC 3225 §3).</summary>
    public const ushort DnssecOkBit = 0x8000;

    /// <summary>CO: the sender understands compact answers (RFC 9824 §5.1).</summary>
    public const ushort CompactAnswersOkBit = 0x4000;

    /// <summary>Octets of an OPT record without options: root owner, fixed part.</summary>
    public const int RecordLength = 11;

    /// <summary>Payload sizes below this are read as this (RFC 6891 §6.2.3).</summary>
    public const ushort MinPayloadSize = 512;

    /// <summary>DO.</summary>
    public bool IsDnssecOk => (Flags & DnssecOkBit) != 0;

    /// <summary>CO.</summary>
    public bool IsCompactAnswersOk => (Flags & CompactAnswersOkBit) != 0;

    /// <summary>The TTL field of the OPT record.</summary>
    public uint TtlField => ((uint)ExtendedRcode << 24) | ((uint)Version << 16) | Flags;

    /// <summary>Reads the fixed part of an OPT record.</summary>
    public static EdnsHeader From(in RecordView opt) =>
        new((ushort)opt.Class, (byte)(opt.RawTtl >> 24), (byte)(opt.RawTtl >> 16), (ushort)opt.RawTtl);
}
