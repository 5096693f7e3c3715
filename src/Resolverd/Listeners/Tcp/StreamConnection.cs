using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using Dns;
using Dns.Edns;
using Resolver;
using Resolver.Answers;
using Resolver.Queries;

namespace Resolverd.Listeners.Tcp;

/// <summary>
/// One client on one stream: queries behind their lengths come in, answers leave as they are found, in any order
/// (RFC 7766 §6.2.1.1). The stream may be a TCP connection or TLS on top of one.
/// </summary>
internal sealed class StreamConnection
{
    private const int LengthOctets = 2;

    // Messages handled before others get the thread: a client that never pauses must not keep it.
    private const int MaxInARow = 256;

    [ThreadStatic]
    private static byte[]? responseBuffer;

    private readonly Stream _stream;
    private readonly ListenerServices _services;
    private readonly ConnectionTable _table;
    private readonly ConnectionLoad _load;
    private readonly OutgoingMessages _outgoing;
    private readonly PipeReader _incoming;
    private volatile bool _isAborted;
    private volatile bool _hasEnded;

    /// <summary>Makes the connection; it does nothing yet.</summary>
    public StreamConnection(Stream stream, ClientContext client, ListenerServices services, ConnectionTable table)
    {
        _stream = stream;
        _services = services;
        _table = table;
        Client = client;
        _load = new(table.Options.MaxPipelined, StreamOptions.MaxUnsentBeforeReading);
        _outgoing = new(stream, _load, table.Unsent, services.Clock);
        _incoming = PipeReader.Create(stream, new StreamPipeReaderOptions(leaveOpen: true));
        Place = new(this);
    }

    /// <summary>Who is at the other end.</summary>
    public ClientContext Client { get; }

    /// <summary>Where the connection stands in its table.</summary>
    public ConnectionPlace Place { get; }

    /// <summary>True if no query is being worked on and everything has been sent.</summary>
    public bool IsQuiet => _load.IsQuiet;

    /// <summary>How long the client has not taken what is being sent.</summary>
    public TimeSpan StalledFor => _outgoing.StalledFor;

    /// <summary>
    /// Serves the client until it ends the stream, breaks the rules or is cut off. Ends by itself when the network
    /// fails; an exception is a bug.
    /// </summary>
    public async Task RunAsync()
    {
        var sending = _outgoing.SendAllAsync();
        try
        {
            await ReadAllAsync();
            if (!_isAborted)
                await _load.WaitForQuietAsync();
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            Abort();
        }
        finally
        {
            _outgoing.Close();
            if (!await sending)
                Abort();
            if (!_isAborted)
                await LingeringClose.WaitAsync(_stream, _incoming, _services.Clock);
            await _incoming.CompleteAsync();
            await _stream.DisposeAsync();
        }
    }

    /// <summary>Reads no further query; what is being worked on is still answered.</summary>
    public void StopReading()
    {
        _hasEnded = true;
        _incoming.CancelPendingRead();
    }

    /// <summary>Cuts the connection off now, from any thread.</summary>
    public void Abort()
    {
        _isAborted = true;
        _stream.Dispose();
        _load.Release();
    }

    /// <summary>Sends the answer to a query that was being worked on.</summary>
    public void Complete(ReadOnlySpan<byte> response)
    {
        Write(response);
        _outgoing.Flush();
        CompleteWithoutAnswer();
    }

    /// <summary>A query that was being worked on gets no answer.</summary>
    public void CompleteWithoutAnswer()
    {
        _table.Touch(this);
        _load.AddQueries(-1);
    }

    private async Task ReadAllAsync()
    {
        var inARow = 0;
        while (!_hasEnded)
        {
            var read = await _incoming.ReadAsync();
            var buffer = read.Buffer;
            while (!_hasEnded && TryTakeMessage(ref buffer, out var message))
            {
                Handle(message);
                if (++inARow % MaxInARow == 0)
                    await Task.Yield();
                if (_load.WaitForRoomAsync() is { IsCompleted: false } room)
                {
                    _outgoing.Flush();
                    await room;
                }
            }
            _outgoing.Flush();
            _incoming.AdvanceTo(buffer.Start, buffer.End);
            _hasEnded |= read.IsCompleted;
        }
    }

    private bool TryTakeMessage(ref ReadOnlySequence<byte> buffer, out ReadOnlySequence<byte> message)
    {
        message = default;
        if (buffer.Length < LengthOctets)
            return false;
        Span<byte> octets = stackalloc byte[LengthOctets];
        buffer.Slice(0, LengthOctets).CopyTo(octets);
        var length = BinaryPrimitives.ReadUInt16BigEndian(octets);
        if (length > StreamOptions.MaxQueryLength)
            _hasEnded = true;
        if (_hasEnded || buffer.Length < LengthOctets + length)
            return false;
        message = buffer.Slice(LengthOctets, length);
        buffer = buffer.Slice(LengthOctets + length);
        return true;
    }

    private void Handle(ReadOnlySequence<byte> message)
    {
        _table.Counters.CountReceived();
        _table.Touch(this);
        if (message.IsSingleSegment)
            Handle(message.FirstSpan);
        else
            Handle(message.ToArray());
    }

    private void Handle(ReadOnlySpan<byte> packet)
    {
        if (!PacketFilter.MayBeQuery(packet))
        {
            Drop();
            return;
        }
        var request = new ClientRequest
        {
            Packet = packet,
            Client = Client,
            Extras = new(_table.KeepaliveTenths),
            Response = responseBuffer ??= new byte[ushort.MaxValue],
        };
        var handlers = _services.Handlers.Current;
        var handle = handlers.Rent();
        var result = handle(request, _services.Clock.Now);
        handlers.Return(handle);
        Carry(request, result);
    }

    private void Carry(in ClientRequest request, in HandleResult result)
    {
        switch (result.Disposition)
        {
            case Disposition.Answered:
                Write(request.Response[..result.Length]);
                if (result.Work is { } refresh)
                    _services.Resolvers.TryPost(refresh, Workers.ReplyPath.None);
                break;
            case Disposition.Pending:
                PostOrRefuse(request, result.Work!);
                break;
            default:
                Drop();
                break;
        }
    }

    // What gets no answer on a stream is no DNS: there is no telling where the next message begins.
    private void Drop()
    {
        _table.Counters.CountDropped();
        _hasEnded = true;
    }

    private void PostOrRefuse(in ClientRequest request, PendingQuery work)
    {
        _load.AddQueries(1);
        if (_services.Resolvers.TryPost(work, new StreamReplyPath(this)))
            return;
        _load.AddQueries(-1);
        _table.Counters.CountOverload();
        var length = RejectionEncoder.Encode(
            request.Packet, ResponseCode.ServFail, ExtendedErrorCode.OverQuota, request.Response);
        Write(request.Response[..length]);
    }

    private void Write(ReadOnlySpan<byte> response)
    {
        if (_outgoing.TryWrite(response))
            _table.Counters.CountAnswered();
        else
            _table.CutOff(this);
    }
}
