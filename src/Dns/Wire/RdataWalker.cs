using System.Buffers.Binary;

namespace Dns.Wire;

/// <summary>
/// Walks RDATA field by field, checks each, and copies it with its names uncompressed where there is somewhere to
/// copy it to. Each octet is looked at a fixed number of times.
/// </summary>
internal ref struct RdataWalker
{
    private readonly ReadOnlySpan<byte> _message;
    private readonly int _end;
    private readonly NameCompression _compression;
    private readonly Span<byte> _destination;
    private int _position;
    private int _copiedTo;

    /// <summary>Stands before the RDATA that begins at an offset of the message and has a length.</summary>
    /// <param name="message">The message up to the end of RDATA, or RDATA alone.</param>
    /// <param name="start">Where in it RDATA begins.</param>
    /// <param name="compression">Whether names may be compressed where the type allows it.</param>
    /// <param name="destination">Where the copy goes; empty if there is to be none.</param>
    public RdataWalker(
        ReadOnlySpan<byte> message, int start, NameCompression compression, Span<byte> destination)
    {
        _message = message;
        _end = message.Length;
        _compression = compression;
        _destination = destination;
        _position = start;
        _copiedTo = start;
    }

    /// <summary>Octets copied so far.</summary>
    public int Written { get; private set; }

    private readonly int Left => _end - _position;

    private readonly ReadOnlySpan<byte> Rest => _message[_position..];

    /// <summary>Walks all fields; they must fill RDATA exactly.</summary>
    public WireError Walk(ReadOnlySpan<RdataField> form)
    {
        foreach (var field in form)
        {
            var error = Take(field);
            if (error != WireError.None)
                return error;
        }
        // Opaque types have no fields: they take what there is.
        if (form.IsEmpty)
            _position = _end;
        CopyUpTo(_position);
        return _position == _end && Written <= RdataExpander.MaxLength ? WireError.None : WireError.RdataMalformed;
    }

    private WireError Take(RdataField field) => field switch
    {
        RdataField.CompressibleName => TakeName(_compression),
        RdataField.PlainName => TakeName(NameCompression.Forbidden),
        RdataField.KeyGateway => TakeGateway(typeMask: 0xff, algorithmOctets: 1),
        RdataField.Relay => TakeGateway(typeMask: 0x7f, algorithmOctets: 0),
        RdataField.HostIdentity => TakeHostIdentity(),
        RdataField.AddressChain => TakeAddressChain(),
        RdataField.EdnsOptions => Edns.EdnsOptions.TryParse(Rest, out _) ? TakeRest() : WireError.OptMalformed,
        _ => TakeOctets(Measure(field)),
    };

    /// <summary>Octets of a field that holds no name; negative if it is broken.</summary>
    private readonly int Measure(RdataField field) => field switch
    {
        RdataField.Octets1 => 1,
        RdataField.Octets2 => 2,
        RdataField.Octets4 => 4,
        RdataField.Octets6 => 6,
        RdataField.Octets8 => 8,
        RdataField.Octets16 => 16,
        RdataField.SignatureHead => 18,
        RdataField.SoaNumbers => 20,
        RdataField.CharacterString => Left == 0 ? -1 : 1 + _message[_position],
        RdataField.Counted => Left == 0 || _message[_position] == 0 ? -1 : 1 + _message[_position],
        RdataField.Rest => Left,
        RdataField.SomeRest => Left == 0 ? -1 : Left,
        RdataField.CharacterStrings => AllIf(RdataParts.AreCharacterStrings(Rest)),
        RdataField.TypeBitmap => AllIf(RdataParts.IsTypeBitmap(Rest)),
        RdataField.ServiceParameters => AllIf(ServiceParameterCheck.AreWellFormed(Rest)),
        RdataField.AddressPrefixes => AllIf(RdataParts.AreAddressPrefixes(Rest)),
        RdataField.DelegationDigest => AllIf(RdataParts.IsDelegationDigest(Rest)),
        RdataField.ZoneDigest => AllIf(RdataParts.IsZoneDigest(Rest)),
        RdataField.Location => AllIf(RdataParts.IsLocation(Rest)),
        _ => -1,
    };

    private readonly int AllIf(bool isSound) => isSound ? Left : -1;

    private WireError TakeOctets(int count)
    {
        if (count < 0 || count > Left)
            return WireError.RdataMalformed;
        _position += count;
        return WireError.None;
    }

    private WireError TakeRest() => TakeOctets(Left);

    private int TakeByte() => Left == 0 ? -1 : _message[_position++];

    private WireError TakeName(NameCompression compression)
    {
        if (compression == NameCompression.Forbidden)
            return TakeOctets(WireName.Measure(Rest));
        var error = ParsedName.TryParse(_message, _position, out var name, out var end);
        // The name may point anywhere before it, yet must itself end inside RDATA.
        if (error != WireError.None)
            return error == WireError.NameCut ? WireError.RdataMalformed : error;
        CopyUpTo(_position);
        if (!_destination.IsEmpty)
            name.CopyTo(_destination[Written..]);
        Written += name.Length;
        _position = end;
        _copiedTo = end;
        return WireError.None;
    }

    private WireError TakeGateway(int typeMask, int algorithmOctets)
    {
        var type = TakeByte();
        if (type < 0 || TakeOctets(algorithmOctets) != WireError.None)
            return WireError.RdataMalformed;
        return (type & typeMask) switch
        {
            0 => WireError.None,
            1 => TakeOctets(4),
            2 => TakeOctets(16),
            3 => TakeName(NameCompression.Forbidden),
            // A gateway of a type nobody knows has an unknown length: all there is.
            _ => TakeRest(),
        };
    }

    private WireError TakeHostIdentity()
    {
        // RFC 8005 §5: HIT length, algorithm, key length in two octets, HIT, key, then names to the end.
        if (Left < 4)
            return WireError.RdataMalformed;
        var error = TakeOctets(4 + _message[_position] + BinaryPrimitives.ReadUInt16BigEndian(Rest[2..]));
        while (error == WireError.None && Left > 0)
            error = TakeName(NameCompression.Forbidden);
        return error;
    }

    private WireError TakeAddressChain()
    {
        var prefixLength = TakeByte();
        if (prefixLength is < 0 or > 128)
            return WireError.RdataMalformed;
        var error = TakeOctets((128 - prefixLength + 7) / 8);
        return error != WireError.None || prefixLength == 0 ? error : TakeName(NameCompression.Forbidden);
    }

    private void CopyUpTo(int position)
    {
        var octets = _message[_copiedTo..position];
        if (!_destination.IsEmpty)
            octets.CopyTo(_destination[Written..]);
        Written += octets.Length;
        _copiedTo = position;
    }
}
