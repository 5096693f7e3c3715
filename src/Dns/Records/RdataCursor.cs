using System.Buffers.Binary;

namespace Dns.Records;

/// <summary>
/// Takes fields off the front of uncompressed RDATA. A field that is not there whole sets <see cref="HasFailed"/>,
/// which stays, and gives zero or nothing: a record is read to its end and asked once.
/// </summary>
internal ref struct RdataCursor(ReadOnlySpan<byte> rdata)
{
    private ReadOnlySpan<byte> _rest = rdata;

    /// <summary>True once a field was missing, cut or malformed.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>True if every field was there and no octet is left.</summary>
    public readonly bool IsDone => !HasFailed && _rest.IsEmpty;

    /// <summary>Takes one octet.</summary>
    public byte TakeByte()
    {
        var octets = Take(1);
        return octets.IsEmpty ? (byte)0 : octets[0];
    }

    /// <summary>Takes 16 bits.</summary>
    public ushort TakeUInt16()
    {
        var octets = Take(2);
        return octets.IsEmpty ? (ushort)0 : BinaryPrimitives.ReadUInt16BigEndian(octets);
    }

    /// <summary>Takes 32 bits.</summary>
    public uint TakeUInt32()
    {
        var octets = Take(4);
        return octets.IsEmpty ? 0 : BinaryPrimitives.ReadUInt32BigEndian(octets);
    }

    /// <summary>Takes an uncompressed name; empty if there is none.</summary>
    public ReadOnlySpan<byte> TakeName() => Take(WireName.Measure(_rest));

    /// <summary>Takes octets behind a length octet.</summary>
    public ReadOnlySpan<byte> TakeCounted() => Take(TakeByte());

    /// <summary>Takes octets behind a 16-bit length.</summary>
    public ReadOnlySpan<byte> TakeCounted16() => Take(TakeUInt16());

    /// <summary>Takes all that is left, which may be nothing.</summary>
    public ReadOnlySpan<byte> TakeRest() => Take(_rest.Length);

    /// <summary>Takes so many octets; a negative length is a field found malformed.</summary>
    private ReadOnlySpan<byte> Take(int length)
    {
        if (HasFailed || (uint)length > (uint)_rest.Length)
        {
            HasFailed = true;
            return default;
        }
        var taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }
}
