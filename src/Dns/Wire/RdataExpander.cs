namespace Dns.Wire;

/// <summary>Turns the RDATA of a record in a message into RDATA that stands alone: every name uncompressed.</summary>
public static class RdataExpander
{
    /// <summary>
    /// Octets that uncompressed RDATA can have at most: RDLENGTH counts to 65,535, and two names may grow to 255.
    /// </summary>
    public const int MaxLength = ushort.MaxValue;

    /// <summary>
    /// Copies RDATA with its names uncompressed. RDATA that its type does not allow is
    /// <see cref="WireError.RdataMalformed"/>; types without a known layout are copied as they are (RFC 3597 §3).
    /// The destination must have room for <see cref="RecordView.RdataLength"/> plus 510 octets.
    /// </summary>
    public static WireError TryExpand(in RecordView record, Span<byte> destination, out int length)
    {
        length = 0;
        var layout = RdataLayout.Of(record.Type);
        if (layout.Names == 0)
            return CopyOpaque(record, destination, out length);
        var position = record.RdataOffset;
        var end = position + record.RdataLength;
        if (record.RdataLength < layout.Prefix)
            return WireError.RdataMalformed;
        record.Message.Slice(position, layout.Prefix).CopyTo(destination);
        position += layout.Prefix;
        length = layout.Prefix;
        for (var i = 0; i < layout.Names; i++)
        {
            // The name may point anywhere before it, yet must itself end inside RDATA.
            var error = ParsedName.TryParse(record.Message[..end], position, out var name, out position);
            if (error != WireError.None)
                return error;
            length += name.CopyTo(destination[length..]);
        }
        if (end - position != layout.Suffix)
            return WireError.RdataMalformed;
        record.Message[position..end].CopyTo(destination[length..]);
        length += layout.Suffix;
        return WireError.None;
    }

    private static WireError CopyOpaque(in RecordView record, Span<byte> destination, out int length)
    {
        length = record.RdataLength;
        record.Rdata.CopyTo(destination);
        return record.Type switch
        {
            RecordType.A when length != 4 => WireError.RdataMalformed,
            RecordType.Aaaa when length != 16 => WireError.RdataMalformed,
            _ => WireError.None,
        };
    }
}
