using System.Globalization;
using System.Text;
using System.Threading.Channels;

namespace Resolverd.Hosting.Logging;

/// <summary>
/// Lines on their way out. Whoever writes to a log that nobody reads must not wait: the queue is bounded, what does not
/// fit is counted and left out, and the count is told after the next ones that do.
/// </summary>
internal sealed class LogQueue : IDisposable
{
    /// <summary>Lines that may wait: a few seconds of an eventful life.</summary>
    public const int Capacity = 8192;

    // Lines go out together: under load one system call carries hundreds.
    private const int BatchLength = 1 << 16;

    // A reader that has stalled for good must not keep the process.
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(1);

    private readonly Channel<string> _lines = Channel.CreateBounded<string>(
        new BoundedChannelOptions(Capacity) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private readonly Stream _output;
    private readonly Task _writing;
    private long _leftOut;

    /// <summary>Begins to write to the stream, which stays the caller's.</summary>
    public LogQueue(Stream output)
    {
        _output = output;
        _writing = Task.Run(WriteAsync);
    }

    /// <summary>Adds a line, or counts it as left out.</summary>
    public void Add(string line)
    {
        if (!_lines.Writer.TryWrite(line))
            Interlocked.Increment(ref _leftOut);
    }

    /// <summary>Writes what is waiting, for a moment at most.</summary>
    public void Dispose()
    {
        _lines.Writer.TryComplete();
        _writing.Wait(DrainTime);
    }

    private async Task WriteAsync()
    {
        var batch = new StringBuilder();
        while (await _lines.Reader.WaitToReadAsync())
        {
            while (batch.Length < BatchLength && _lines.Reader.TryRead(out var line))
                batch.Append(line).Append('\n');
            if (Interlocked.Exchange(ref _leftOut, 0) is > 0 and var leftOut)
                batch.Append(CultureInfo.InvariantCulture, $"({leftOut} log lines were left out)\n");
            await WriteAsync(batch.ToString());
            batch.Clear();
        }
    }

    private async Task WriteAsync(string text)
    {
        try
        {
            await _output.WriteAsync(Encoding.UTF8.GetBytes(text));
            await _output.FlushAsync();
        }
        catch (IOException)
        {
            // Nobody holds the other end any more; there is no one to tell.
        }
    }
}
