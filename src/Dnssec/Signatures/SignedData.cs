using System.Buffers.Binary;
using Dns;
using Dns.Records;

namespace Dnssec.Signatures;

/// <summary>
/// The octets that a signature is made over (RFC 4034 §3.1.8.1): the RRSIG's fields, then the records of the RRset in
/// canonical form and order. Holds buffers that it uses again; for one thread at a time.
/// </summary>
public sealed class SignedData
{
    /// <summary>Type, class, TTL and RDLENGTH of a record.</summary>
    private const int FixedFieldsLength = 10;

    /// <summary>Where the Original TTL stands in RRSIG RDATA (RFC 4034 §3.1).</summary>
    private const int OriginalTtlAt = 4;

    /// <summary>Where the signer's name stands in RRSIG RDATA.</summary>
    private const int SignerAt = 18;

    private byte[] _records = [];
    private byte[] _signed = [];
    private readonly List<Range> _order = [];

    /// <summary>Writes the octets; what is returned is good until the next call.</summary>
    public ReadOnlySpan<byte> Write(in RRset set, in RrsigData signature)
    {
        PutInOrder(set);
        Span<byte> owner = stackalloc byte[WireName.MaxLength];
        var ownerLength = WriteOwner(set.Owner, signature.Labels, owner);
        var signedPart = signature.SignedPart;
        var length = signedPart.Length + set.BlockLength + _order.Count * (ownerLength + FixedFieldsLength);
        if (_signed.Length < length)
            _signed = new byte[length];
        signedPart.CopyTo(_signed);
        // RFC 4034 §3.1.8.1: the signer's name is put in canonical form.
        WireName.Fold(signedPart[SignerAt..], _signed.AsSpan(SignerAt));
        var position = signedPart.Length;
        ReadOnlySpan<byte> previous = default;
        foreach (var range in _order)
        {
            ReadOnlySpan<byte> rdata = _records.AsSpan(range);
            // RFC 4034 §6.3: of equal records one is kept.
            if (range.Start.Value != _order[0].Start.Value && rdata.SequenceEqual(previous))
                continue;
            owner[..ownerLength].CopyTo(_signed.AsSpan(position));
            position += ownerLength;
            BinaryPrimitives.WriteUInt16BigEndian(_signed.AsSpan(position), (ushort)set.Type);
            BinaryPrimitives.WriteUInt16BigEndian(_signed.AsSpan(position + 2), (ushort)set.Class);
            // RFC 4034 §6.2: the TTL is the original one, as the signature gives it.
            signedPart.Slice(OriginalTtlAt, 4).CopyTo(_signed.AsSpan(position + 4));
            BinaryPrimitives.WriteUInt16BigEndian(_signed.AsSpan(position + 8), (ushort)rdata.Length);
            rdata.CopyTo(_signed.AsSpan(position + FixedFieldsLength));
            position += FixedFieldsLength + rdata.Length;
            previous = rdata;
        }
        return _signed.AsSpan(0, position);
    }

    // RFC 4035 §5.3.2: an owner with more labels than the signature counts was made from the wildcard below so many.
    private static int WriteOwner(ReadOnlySpan<byte> owner, int labels, Span<byte> destination)
    {
        if (WireName.CountLabels(owner) <= labels)
        {
            WireName.Fold(owner, destination);
            return owner.Length;
        }
        var suffix = WireName.Suffix(owner, labels);
        destination[0] = 1;
        destination[1] = (byte)'*';
        WireName.Fold(suffix, destination[2..]);
        return suffix.Length + 2;
    }

    private void PutInOrder(in RRset set)
    {
        _order.Clear();
        if (_records.Length < set.BlockLength)
            _records = new byte[set.BlockLength];
        var position = 0;
        foreach (var rdata in set.Records)
        {
            CanonicalRdata.Write(set.Type, rdata, _records.AsSpan(position));
            _order.Add(position..(position + rdata.Length));
            position += rdata.Length;
        }
        if (_order.Count > 1)
            _order.Sort((left, right) => CanonicalRdata.Compare(_records.AsSpan(left), _records.AsSpan(right)));
    }
}
