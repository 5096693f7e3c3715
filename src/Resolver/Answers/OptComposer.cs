using System.Text;
using Dns;
using Dns.Edns;
using Dns.Wire;
using Resolver.Queries;

namespace Resolver.Answers;

/// <summary>
/// Makes the OPT record of a response: only where the query had one (RFC 6891 §6.1.1), with the options that are
/// called for. What must fit is reserved before the body is written; an extended error's text gives way first.
/// </summary>
internal readonly ref struct OptComposer
{
    /// <summary>Octets of extra text sent with an extended error, at most: enough for a reason and a name.</summary>
    public const int MaxErrorText = 160;

    // An NSID of 128 octets at most by configuration, an extended error, keepalive; padding fills the rest.
    private const int MaxOptions = 1024;

    private readonly Query _query;
    private readonly ClientContext _client;
    private readonly ResponseSettings _settings;
    private readonly ResponseExtras _extras;
    private readonly ExtendedError? _error;

    public OptComposer(
        scoped in Query query, scoped in ClientContext client, ResponseSettings settings,
        scoped in ResponseExtras extras, ExtendedError? error)
    {
        _query = query;
        _client = client;
        _settings = settings;
        _extras = extras;
        _error = settings.SendsExtendedErrors ? error : null;
    }

    /// <summary>Octets that the record needs at least: without extra text and padding.</summary>
    public int ReservedLength
    {
        get
        {
            if (!_query.Edns.IsPresent)
                return 0;
            var length = EdnsHeader.RecordLength;
            if (_error is not null)
                length += EdnsOptionWriter.HeadLength + 2;
            if (SendsNsid)
                length += EdnsOptionWriter.HeadLength + _settings.Nsid.Length;
            if (SendsKeepalive)
                length += EdnsOptionWriter.HeadLength + 2;
            return length;
        }
    }

    private bool SendsNsid => _query.Edns.WantsNsid && !_settings.Nsid.IsEmpty;

    private bool SendsKeepalive => _query.Edns.WantsKeepalive && _extras.KeepaliveTenths is not null;

    /// <summary>Writes the record at the end of the message.</summary>
    public void Write(scoped ref MessageWriter writer, ResponseCode rcode, Span<byte> response)
    {
        if (!_query.Edns.IsPresent)
            return;
        Span<byte> buffer = stackalloc byte[MaxOptions];
        var options = new EdnsOptionWriter(buffer);
        if (SendsNsid)
            options.TryWrite(EdnsOptionCode.Nsid, _settings.Nsid.Span);
        if (SendsKeepalive)
            options.TryWriteTcpKeepalive(_extras.KeepaliveTenths!.Value);
        var room = AnswerEncoder.Limit(_query, _client, _settings, response.Length)
            - writer.Position - EdnsHeader.RecordLength - options.Length;
        WriteError(ref options, room);
        WritePadding(ref options, writer.Position);
        // RFC 3225 §3: DO is copied; RFC 9824 §5.1: so is CO, by servers that know it.
        var flags = (ushort)(_query.Edns.Header.Flags & EdnsHeader.DnssecOkBit);
        var header = new EdnsHeader((ushort)_settings.MaxDatagram, (byte)((int)rcode >> 4), 0, flags);
        writer.TryWriteRecord(
            Section.Additional, WireName.Root, RecordType.Opt, (RecordClass)header.PayloadSize, header.TtlField,
            options.Written);
    }

    private void WriteError(scoped ref EdnsOptionWriter options, int room)
    {
        if (_error is not { } error)
            return;
        Span<byte> text = stackalloc byte[MaxErrorText];
        Encoding.UTF8.TryGetBytes(error.Text, text, out var length);
        if (EdnsOptionWriter.HeadLength + 2 + length > room)
            length = 0;
        options.TryWriteExtendedError(error.Code, text[..length]);
    }

    private void WritePadding(scoped ref EdnsOptionWriter options, int position)
    {
        // RFC 8467 §4.1: responses to padded queries are padded to a multiple of 468 octets.
        if (!_query.Edns.IsPadded || _extras.PaddingBlock == 0)
            return;
        var unpadded = position + EdnsHeader.RecordLength + options.Length + EdnsOptionWriter.HeadLength;
        var missing = (_extras.PaddingBlock - unpadded % _extras.PaddingBlock) % _extras.PaddingBlock;
        options.TryWritePadding(missing);
    }
}
