using System.Buffers.Binary;

namespace Dns.Edns;

/// <summary>
/// Writes EDNS options one behind another into a buffer, ready to be the RDATA of an OPT record. Each Try method
/// writes whole or not at all.
/// </summary>
public ref struct EdnsOptionWriter
{
    /// <summary>Octets of an option's code and length.</summary>
    public const int HeadLength = 4;

    private readonly Span<byte> _buffer;

    /// <summary>Begins without options; the buffer's length is the limit.</summary>
    public EdnsOptionWriter(Span<byte> buffer) => _buffer = buffer;

    /// <summary>Octets written so far.</summary>
    public int Length { get; private set; }

    /// <summary>The options written so far.</summary>
    public readonly ReadOnlySpan<byte> Written => _buffer[..Length];

    /// <summary>Writes an option as it is; false if it does not fit.</summary>
    [HotPath]
    public bool TryWrite(EdnsOptionCode code, scoped ReadOnlySpan<byte> content)
    {
        if (!TryBegin(code, content.Length, out var place))
            return false;
        content.CopyTo(place);
        return true;
    }

    /// <summary>Writes an option without content, such as a request for NSID.</summary>
    public bool TryWriteEmpty(EdnsOptionCode code) => TryWrite(code, []);

    /// <summary>Writes an extended error with text in UTF-8, perhaps empty (RFC 8914 §2).</summary>
    [HotPath]
    public bool TryWriteExtendedError(ExtendedErrorCode error, scoped ReadOnlySpan<byte> text)
    {
        if (!TryBegin(EdnsOptionCode.ExtendedError, 2 + text.Length, out var place))
            return false;
        BinaryPrimitives.WriteUInt16BigEndian(place, (ushort)error);
        text.CopyTo(place[2..]);
        return true;
    }

    /// <summary>Writes a cookie: the client's eight octets and the server's, perhaps none (RFC 7873 §4).</summary>
    [HotPath]
    public bool TryWriteCookie(scoped ReadOnlySpan<byte> client, scoped ReadOnlySpan<byte> server)
    {
        if (!TryBegin(EdnsOptionCode.Cookie, client.Length + server.Length, out var place))
            return false;
        client.CopyTo(place);
        server.CopyTo(place[client.Length..]);
        return true;
    }

    /// <summary>Writes how long an idle TCP connection is kept, in units of 100 milliseconds (RFC 7828 §3.1).</summary>
    [HotPath]
    public bool TryWriteTcpKeepalive(ushort tenthsOfSecond)
    {
        if (!TryBegin(EdnsOptionCode.TcpKeepalive, 2, out var place))
            return false;
        BinaryPrimitives.WriteUInt16BigEndian(place, tenthsOfSecond);
        return true;
    }

    /// <summary>Writes a number of zero octets as padding (RFC 7830 §3).</summary>
    [HotPath]
    public bool TryWritePadding(int octets)
    {
        if (!TryBegin(EdnsOptionCode.Padding, octets, out var place))
            return false;
        place.Clear();
        return true;
    }

    /// <summary>
    /// Writes an option whose content is a name, in wire form: the closest trust point of CHAIN (RFC 7901 §4) or the
    /// agent of Report-Channel (RFC 9567 §5).
    /// </summary>
    public bool TryWriteName(EdnsOptionCode code, scoped ReadOnlySpan<byte> name) => TryWrite(code, name);

    private bool TryBegin(EdnsOptionCode code, int contentLength, out Span<byte> place)
    {
        place = default;
        if (contentLength < 0 || _buffer.Length - Length - HeadLength < contentLength)
            return false;
        BinaryPrimitives.WriteUInt16BigEndian(_buffer[Length..], (ushort)code);
        BinaryPrimitives.WriteUInt16BigEndian(_buffer[(Length + 2)..], (ushort)contentLength);
        place = _buffer.Slice(Length + HeadLength, contentLength);
        Length += HeadLength + contentLength;
        return true;
    }
}
