namespace Dns.Wire;

/// <summary>Turns the RDATA of a record in a message into RDATA that stands alone: every name uncompressed.</summary>
public static class RdataExpander
{
    /// <summary>
    /// Octets that uncompressed RDATA can have at most: what RDLENGTH can count to.
    /// </summary>
    public const int MaxLength = ushort.MaxValue;

    /// <summary>Octets by which RDATA may grow at most: no type has more than two compressible names.</summary>
    public const int MaxGrowth = 2 * WireName.MaxLength;

    /// <summary>
    /// Checks RDATA and copies it with its names uncompressed. RDATA that its type does not allow is
    /// <see cref="WireError.RdataMalformed"/> or the fault of its name; types without a known form are copied as they
    /// are (RFC 3597 §3). The destination must have room for <see cref="RecordView.RdataLength"/> plus
    /// <see cref="MaxGrowth"/> octets.
    /// </summary>
    [HotPath]
    public static WireError TryExpand(in RecordView record, Span<byte> destination, out int length)
    {
        var walker = new RdataWalker(UpToEnd(record), record.RdataOffset, NameCompression.Allowed, destination);
        var error = walker.Walk(RdataForm.Of(record.Type, record.Class));
        length = walker.Written;
        return error;
    }

    /// <summary>Checks RDATA in a message as <see cref="TryExpand"/> does, without copying it.</summary>
    public static WireError Check(in RecordView record)
    {
        var walker = new RdataWalker(UpToEnd(record), record.RdataOffset, NameCompression.Allowed, []);
        return walker.Walk(RdataForm.Of(record.Type, record.Class));
    }

    /// <summary>True if uncompressed RDATA, out of a zone file for instance, has the form of its type.</summary>
    public static bool IsWellFormed(RecordType type, RecordClass recordClass, ReadOnlySpan<byte> rdata)
    {
        var walker = new RdataWalker(rdata, 0, NameCompression.Forbidden, []);
        return walker.Walk(RdataForm.Of(type, recordClass)) == WireError.None;
    }

    private static ReadOnlySpan<byte> UpToEnd(in RecordView record) =>
        record.Message[..(record.RdataOffset + record.RdataLength)];
}
