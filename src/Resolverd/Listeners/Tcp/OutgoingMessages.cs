using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Pipelines;

namespace Resolverd.Listeners.Tcp;

/// <summary>
/// The sending half of a connection: any thread writes messages, which leave in the order they were written, each
/// behind its length. Whoever flushes sends, if the system takes it; otherwise the rest follows on its own.
/// </summary>
internal sealed class OutgoingMessages
{
    private const int LengthOctets = 2;

    private readonly Stream _stream;
    private readonly ConnectionLoad _load;
    private readonly UnsentTotal _total;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();

    // Without a threshold a flush never waits: what is unsent is counted here. Inline, a flush sends on its own thread.
    private readonly Pipe _pipe = new(new PipeOptions(
        readerScheduler: PipeScheduler.Inline, writerScheduler: PipeScheduler.Inline, pauseWriterThreshold: 0,
        useSynchronizationContext: false));

    private bool _isClosed;
    private long _sendingSince;

    /// <summary>Makes the sending half of a stream.</summary>
    public OutgoingMessages(Stream stream, ConnectionLoad load, UnsentTotal total, TimeProvider time)
    {
        _stream = stream;
        _load = load;
        _total = total;
        _time = time;
    }

    /// <summary>How long the client has not taken what is being sent; zero if nothing is being sent.</summary>
    public TimeSpan StalledFor =>
        Volatile.Read(ref _sendingSince) is not 0 and var since ? _time.GetElapsedTime(since) : TimeSpan.Zero;

    /// <summary>Writes a message without sending it yet; false if the client takes so little that it must go.</summary>
    public bool TryWrite(ReadOnlySpan<byte> message)
    {
        var octets = LengthOctets + message.Length;
        if (_load.Unsent + octets > StreamOptions.MaxUnsent || !_total.TryAdd(octets))
            return false;
        lock (_gate)
        {
            if (_isClosed)
            {
                _total.Remove(octets);
                return true;
            }
            var place = _pipe.Writer.GetSpan(octets);
            BinaryPrimitives.WriteUInt16BigEndian(place, (ushort)message.Length);
            message.CopyTo(place[LengthOctets..]);
            _pipe.Writer.Advance(octets);
            _load.AddUnsent(octets);
        }
        return true;
    }

    /// <summary>Sends what was written.</summary>
    public void Flush()
    {
        lock (_gate)
        {
            if (_isClosed)
                return;
            var flush = _pipe.Writer.FlushAsync();
            Debug.Assert(flush.IsCompleted, "a pipe without a threshold makes nobody wait");
            flush.GetAwaiter().GetResult();
        }
    }

    /// <summary>Sends what was written, and nothing that is written from now on.</summary>
    public void Close()
    {
        lock (_gate)
        {
            if (_isClosed)
                return;
            _isClosed = true;
            _pipe.Writer.Complete();
        }
    }

    /// <summary>Sends until <see cref="Close"/> or until the stream breaks; false if it broke.</summary>
    public async Task<bool> SendAllAsync()
    {
        try
        {
            while (true)
            {
                // The thread that flushes goes on here; it may be a worker, which must not be captured.
                var read = await _pipe.Reader.ReadAsync().ConfigureAwait(false);
                foreach (var octets in read.Buffer)
                    await SendAsync(octets).ConfigureAwait(false);
                _pipe.Reader.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted)
                    return true;
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            return false;
        }
        finally
        {
            Close();
            _pipe.Reader.Complete();
            _total.Remove((int)_load.Unsent);
        }
    }

    private async ValueTask SendAsync(ReadOnlyMemory<byte> octets)
    {
        Volatile.Write(ref _sendingSince, _time.GetTimestamp());
        await _stream.WriteAsync(octets).ConfigureAwait(false);
        Volatile.Write(ref _sendingSince, 0);
        _load.AddUnsent(-octets.Length);
        _total.Remove(octets.Length);
    }
}
