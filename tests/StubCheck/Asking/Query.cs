using System.Buffers.Binary;
using StubCheck.Wire;

namespace StubCheck.Asking;

/// <summary>A question with the way it is asked.</summary>
internal sealed record Query(WireName Name, ushort Type, Mode Mode)
{
    private const ushort RecursionDesired = 0x0100;

    /// <summary>Writes the query as clients do: RD, one question in class IN, an OPT if the mode has EDNS.</summary>
    public byte[] ToOctets(ushort id)
    {
        var octets = new byte[12 + Name.Octets.Length + 4 + (Mode.HasEdns ? 11 : 0)];
        var at = 12 + Name.Octets.Length;
        BinaryPrimitives.WriteUInt16BigEndian(octets, id);
        BinaryPrimitives.WriteUInt16BigEndian(octets.AsSpan(2), RecursionDesired);
        octets[5] = 1; // one question
        Name.Octets.CopyTo(octets, 12);
        BinaryPrimitives.WriteUInt16BigEndian(octets.AsSpan(at), Type);
        octets[at + 3] = 1; // class IN
        if (Mode.HasEdns)
        {
            octets[11] = 1; // one additional record
            WriteOpt(octets.AsSpan(at + 4));
        }

        return octets;
    }

    /// <summary>Name and type, for a person.</summary>
    public override string ToString() => $"{Name} {RecordTypes.Name(Type)}";

    private void WriteOpt(Span<byte> opt)
    {
        opt[2] = (byte)RecordTypes.Opt;
        BinaryPrimitives.WriteUInt16BigEndian(opt[3..], Mode.OfferedSize);
        opt[7] = Mode.WantsSignatures ? (byte)0x80 : (byte)0;
    }
}
