using System.Text;
using Dns.Text;
using Dns.Text.Fields;

namespace Dns.Zones;

/// <summary>
/// Reads a zone's text (RFC 1035 §5, RFC 2308 §4) record by record, in bounded memory whatever the text holds. Faults
/// are told with line and column, and never thrown; what the stream throws passes through.
/// </summary>
public sealed class ZoneReader : IDisposable
{
    /// <summary>Octets of the text at fault that an error shows.</summary>
    private const int MaxExcerptLength = 40;

    private readonly ZoneReaderOptions _options;
    private readonly ZoneState _state;
    private readonly EntryScanner _scanner = new();
    private readonly Stack<ZoneInput> _inputs = new();
    private readonly byte[] _rdata = new byte[RdataText.MaxLength];
    private long _octets;
    private int _records;

    /// <summary>Reads octets that are all there.</summary>
    public ZoneReader(ReadOnlyMemory<byte> text, ZoneReaderOptions options)
        : this(new ZoneInput(options.SourceName, text), options)
    {
    }

    /// <summary>Reads a stream to its end and leaves it open.</summary>
    public ZoneReader(Stream text, ZoneReaderOptions options)
        : this(new ZoneInput(options.SourceName, text), options)
    {
    }

    private ZoneReader(ZoneInput input, ZoneReaderOptions options)
    {
        _options = options;
        _state = new(options);
        _inputs.Push(input);
    }

    /// <summary>The fault that the last step came upon; null if it came upon none.</summary>
    public ZoneError? Error { get; private set; }

    /// <summary>What the text is called in errors.</summary>
    public string SourceName => _options.SourceName;

    /// <summary>Records read so far.</summary>
    public int Count => _records;

    /// <summary>Reads text that is at hand as characters; those beyond ASCII become UTF-8.</summary>
    public static ZoneReader FromText(string text, ZoneReaderOptions? options = null) =>
        new(Encoding.UTF8.GetBytes(text), options ?? new());

    /// <summary>Goes on to the next record or fault.</summary>
    public ZoneReadResult Read(out ZoneRecord record)
    {
        record = default;
        Error = null;
        while (_inputs.TryPeek(out var input))
        {
            if (!TryFindEntry(input, out var isEnd))
                return ZoneReadResult.Error;
            if (isEnd)
            {
                Leave(input);
                continue;
            }
            var error = _scanner.Tokens.IsEmpty ? TextError.None : TakeEntry(input, out record);
            _octets += _scanner.Length;
            if (error == TextError.None && _octets > _options.Limits.MaxOctets)
                error = Fail(input, TextError.TextTooLong, 0, []);
            input.Consume(_scanner.Length, _scanner.Lines);
            if (error is TextError.RecordsTooMany or TextError.TextTooLong)
                Stop();
            if (error != TextError.None)
                return ZoneReadResult.Error;
            var isRecord = !record.Owner.IsEmpty;
            if (isRecord)
                return ZoneReadResult.Record;
        }
        return ZoneReadResult.End;
    }

    /// <summary>Closes includes that are still open; the reader's own stream is the caller's.</summary>
    public void Dispose() => Stop();

    /// <summary>Finds the next entry; false if there is a fault behind which nothing can be understood.</summary>
    private bool TryFindEntry(ZoneInput input, out bool isEnd)
    {
        isEnd = false;
        while (true)
        {
            var scan = _scanner.Scan(input.Window, input.IsWhole);
            var length = scan == EntryScan.Unfinished ? input.Window.Length : _scanner.Length;
            if (scan is EntryScan.Found or EntryScan.Unfinished && length > _options.Limits.MaxEntryLength)
            {
                Fail(input, TextError.EntryTooLong, 0, []);
                Stop();
                return false;
            }
            switch (scan)
            {
                case EntryScan.Unfinished:
                    input.Fill();
                    break;
                case EntryScan.Malformed:
                    Fail(input, _scanner.Error, _scanner.ErrorAt, []);
                    Stop();
                    return false;
                default:
                    isEnd = scan == EntryScan.End;
                    return true;
            }
        }
    }

    private TextError TakeEntry(ZoneInput input, out ZoneRecord record)
    {
        record = default;
        var entry = input.Window[.._scanner.Length];
        var tokens = new TokenCursor(entry, _scanner.Tokens, _state.Origin.Wire) { TtlStyle = _options.TtlStyle };
        var isLeftOut = entry[0] is (byte)' ' or (byte)'\t';
        var error = !isLeftOut && tokens.IsDirective
            ? TakeDirective(ref tokens)
            : TakeRecord(ref tokens, isLeftOut, input.Line, out record);
        return error == TextError.None ? error : Fail(input, error, tokens.Position, tokens.Last);
    }

    private TextError TakeRecord(
        scoped ref TokenCursor tokens, bool isOwnerLeftOut, int line, out ZoneRecord record)
    {
        record = default;
        var rdata = new RdataWriter(_rdata);
        var error = EntryReader.ReadOwner(ref tokens, _state, isOwnerLeftOut);
        if (error != TextError.None)
            return error;
        error = EntryReader.Read(ref tokens, _state, _options.Class, ref rdata, out var head);
        if (error != TextError.None)
            return error;
        if (++_records > _options.Limits.MaxRecords)
            return TextError.RecordsTooMany;
        record = new(_state.Owner, _rdata.AsSpan(0, rdata.Length), head, line);
        return TextError.None;
    }

    private TextError TakeDirective(ref TokenCursor tokens)
    {
        tokens.TakeBare(out var name);
        var error = TextError.DirectiveUnknown;
        if (Ascii.EqualsIgnoreCase(name, "$ORIGIN"u8))
            error = TakeOrigin(ref tokens);
        else if (Ascii.EqualsIgnoreCase(name, "$TTL"u8))
            error = TakeDefaultTtl(ref tokens);
        else if (Ascii.EqualsIgnoreCase(name, "$INCLUDE"u8))
            return TakeInclude(ref tokens);
        return error == TextError.None ? tokens.TakeEnd() : error;
    }

    private TextError TakeOrigin(ref TokenCursor tokens)
    {
        var origin = new RdataWriter(new byte[WireName.MaxLength]);
        var error = NameField.ReadName(ref tokens, ref origin);
        if (error == TextError.None)
            _state.Origin = DomainName.FromWire(origin.Written);
        return error;
    }

    private TextError TakeDefaultTtl(ref TokenCursor tokens)
    {
        var error = tokens.TakeBare(out var text);
        if (error != TextError.None)
            return error;
        if (!TtlText.TryRead(text, _options.TtlStyle, out var ttl))
            return TextError.TtlInvalid;
        _state.DefaultTtl = ttl;
        return TextError.None;
    }

    private TextError TakeInclude(ref TokenCursor tokens)
    {
        if (_options.Include is null)
            return TextError.IncludeRefused;
        if (!tokens.TryTake(out var text, out _))
            return TextError.FieldMissing;
        var path = new byte[text.Length];
        var error = OctetText.TryReadAll(text, path, out var length);
        var outer = _state.Context;
        if (error == TextError.None && !tokens.IsAtEnd)
            error = TakeOrigin(ref tokens);
        if (error == TextError.None)
            error = tokens.TakeEnd();
        if (error == TextError.None)
            error = Open(Encoding.UTF8.GetString(path, 0, length), outer);
        if (error != TextError.None)
            _state.Restore(outer);
        return error;
    }

    private TextError Open(string path, ZoneContext outer)
    {
        if (_inputs.Count > _options.Limits.MaxIncludeDepth)
            return TextError.IncludeTooDeep;
        if (_options.Include!(path) is not { } stream)
            return TextError.IncludeFailed;
        _inputs.Push(new(path, stream, outer));
        return TextError.None;
    }

    private void Leave(ZoneInput input)
    {
        _inputs.Pop();
        input.Dispose();
        if (input.Restored is { } outer)
            _state.Restore(outer);
    }

    private void Stop()
    {
        while (_inputs.TryPop(out var input))
            input.Dispose();
    }

    private TextError Fail(ZoneInput input, TextError reason, int position, ReadOnlySpan<byte> found)
    {
        var before = input.Window[..Math.Min(position, input.Window.Length)];
        var column = position - before.LastIndexOf((byte)'\n');
        Error = new(input.Name, input.Line + before.Count((byte)'\n'), column, reason, Excerpt(found));
        return reason;
    }

    private static string Excerpt(ReadOnlySpan<byte> found)
    {
        if (found.IsEmpty)
            return "";
        var text = new StringBuilder();
        OctetText.WriteQuoted(found[..Math.Min(found.Length, MaxExcerptLength)], text);
        return text.Append(found.Length > MaxExcerptLength ? "..." : "").ToString();
    }
}
