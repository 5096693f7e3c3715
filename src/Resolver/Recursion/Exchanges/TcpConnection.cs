using System.Buffers.Binary;
using Resolver.Ports;
using Resolver.Recursion.Work;

namespace Resolver.Recursion.Exchanges;

/// <summary>
/// One stream to one server, shared by all questions for it: they go out as they come, the answers come in any order
/// (RFC 7766 §6.2.1). It is closed when it has been idle for some time, or at the first sign that the server has
/// closed it.
/// </summary>
internal sealed class TcpConnection : IDisposable
{
    /// <summary>Questions open at once. Servers that serve one after another should not be drowned.</summary>
    public const int MaxOpen = 64;

    /// <summary>Milliseconds of idleness after which it is closed.</summary>
    // RFC 7766 §6.2.3: a few seconds; servers close on their side after about ten.
    public const int IdleMs = 5_000;

    /// <summary>Messages that answer no open question, after which the server is not trusted with the stream.</summary>
    public const int MaxStrays = 16;

    /// <summary>Milliseconds for the handshake; a live query does not wait for longer.</summary>
    public const int ConnectMs = 3_000;

    private readonly INetwork _network;
    private readonly Clock _clock;
    private readonly Signal _activity;
    private readonly List<StreamQuestion> _open = [];
    private readonly CancellationTokenSource _end = new();
    private IByteStream? _stream;
    private Task _lastWrite = Task.CompletedTask;
    private TimerInstant _idleSince;
    private int _strays;

    /// <summary>Makes a connection that <see cref="RunAsync"/> will open.</summary>
    public TcpConnection(ServerAddress server, INetwork network, Clock clock)
    {
        Server = server;
        _network = network;
        _clock = clock;
        _activity = new(clock);
        _idleSince = TimerInstant.Now(clock);
    }

    /// <summary>The other end.</summary>
    public ServerAddress Server { get; }

    /// <summary>True while questions may be sent on it.</summary>
    public bool IsUsable => !_end.IsCancellationRequested && _open.Count < MaxOpen;

    /// <summary>True if no question waits for an answer.</summary>
    public bool IsIdle => _open.TrueForAll(waiting => waiting.Result.IsCompleted);

    /// <summary>True once it has carried a question.</summary>
    public bool HasBeenUsed { get; private set; }

    /// <summary>Its life, from opening to the end; kept by the pool that owns it.</summary>
    public Task Life { get; set; } = Task.CompletedTask;

    /// <summary>Opens it and reads answers until it ends, is idle for too long, or is closed.</summary>
    public async Task RunAsync()
    {
        _stream = await ConnectAsync();
        if (_stream is null)
        {
            Close(ExchangeStatus.Unreachable);
            return;
        }
        foreach (var waiting in _open.ToArray())
            Write(waiting);
        var idle = CloseWhenIdleAsync();
        await ReadAsync(_stream);
        Close();
        await idle;
        _stream.Dispose();
        await _lastWrite;
    }

    /// <summary>Sends a question and waits for its answer.</summary>
    public async ValueTask<ExchangeResult> AskAsync(
        EncodedQuestion question, ExchangeWatch watch, CancellationToken cancellationToken)
    {
        HasBeenUsed = true;
        var waiting = Enter(question, watch);
        using var registration = cancellationToken.Register(() => waiting.End(new(ExchangeStatus.Abandoned)));
        if (_stream is not null)
            Write(waiting);
        var result = await waiting.Result;
        // The ID of a question given up stays taken: its answer may still come.
        if (result.Status != ExchangeStatus.Abandoned)
            _open.Remove(waiting);
        _idleSince = TimerInstant.Now(_clock);
        _activity.Set();
        return result;
    }

    /// <summary>Ends it; whoever waits is told.</summary>
    public void Close() => Close(ExchangeStatus.Broken);

    /// <inheritdoc/>
    public void Dispose() => _end.Dispose();

    private async ValueTask<IByteStream?> ConnectAsync()
    {
        using var giveUp = new CancellationTokenSource();
        var connecting = _network.ConnectAsync(Server, giveUp.Token).AsTask();
        using var enough = new CancellationTokenSource();
        var waiting = Task.Delay(TimeSpan.FromMilliseconds(ConnectMs), _clock, enough.Token);
        try
        {
            if (await Task.WhenAny(connecting, waiting) == waiting)
                giveUp.Cancel();
            enough.Cancel();
            return await connecting;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private async ValueTask ReadAsync(IByteStream stream)
    {
        try
        {
            while (_strays < MaxStrays && await TcpFraming.ReadAsync(stream, _end.Token) is { } message)
                Take(message);
        }
        catch (OperationCanceledException)
        {
            // Closed while waiting.
        }
    }

    private void Close(ExchangeStatus status)
    {
        if (_end.IsCancellationRequested)
            return;
        _end.Cancel();
        foreach (var waiting in _open)
            waiting.End(new(status));
        _activity.Set();
    }

    private StreamQuestion Enter(EncodedQuestion question, ExchangeWatch watch)
    {
        while (_open.Exists(other => other.Question.Id == question.Id))
            question = question.WithId((ushort)(question.Id + 1));
        var waiting = new StreamQuestion(question, watch);
        _open.Add(waiting);
        return waiting;
    }

    private void Write(StreamQuestion waiting)
    {
        if (!waiting.Result.IsCompleted)
            _lastWrite = WriteAsync(_lastWrite, TcpFraming.Frame(waiting.Question.Message.Span));
    }

    // One write after another; the first that fails ends the connection, and with it those behind.
    private async Task WriteAsync(Task previous, byte[] frame)
    {
        await previous;
        if (!_end.IsCancellationRequested && !await _stream!.WriteAsync(frame, CancellationToken.None))
            Close();
    }

    private void Take(byte[] message)
    {
        var waiting = message.Length < 2 ? null : Find(BinaryPrimitives.ReadUInt16BigEndian(message));
        if (waiting is null)
        {
            _strays++;
            return;
        }
        waiting.Watch.Received(message.Length);
        var match = ReplyMatcher.Match(message, waiting.Question);
        if (match is not (ReplyMatch.Answers or ReplyMatch.WrongCase or ReplyMatch.NoCookie))
        {
            _strays++;
            waiting.Watch.Noise();
            return;
        }
        _open.Remove(waiting);
        ReplyMatcher.RestoreCase(message, waiting.Question.Question);
        var reply = new ServerReply(waiting.Question.Question, message, Server, Transport.Tcp);
        waiting.End(new(ExchangeStatus.Answered, reply, match == ReplyMatch.WrongCase));
    }

    private StreamQuestion? Find(ushort id) => _open.Find(waiting => waiting.Question.Id == id);

    private async Task CloseWhenIdleAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            var closesAt = _idleSince.PlusMilliseconds(IdleMs);
            if (IsIdle && closesAt <= TimerInstant.Now(_clock))
                Close();
            else
                await _activity.WaitAsync(IsIdle ? closesAt : TimerInstant.Never);
        }
    }
}
