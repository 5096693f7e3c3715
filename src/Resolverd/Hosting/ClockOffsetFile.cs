using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Resolverd.Hosting;

/// <summary>
/// Moves the clock as a test's file says: one decimal number of seconds, written by rename. The file is read whole each
/// time: it is a dozen bytes, and the times of files are too coarse to see two changes in a row.
/// </summary>
internal sealed class ClockOffsetFile : IDisposable
{
    /// <summary>How often the file is read: a change is seen within 50 ms, with room for a busy machine.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromMilliseconds(20);

    /// <summary>The furthest that a clock may be moved: far beyond any signature in existence.</summary>
    public const double MaxSeconds = 200 * 366.0 * 86400;

    private const int MaxLength = 64;

    private readonly string _path;
    private readonly ClockOffset _offset;
    private readonly ILogger _logger;
    private readonly ITimer _timer;
    private string _last = "";

    private ClockOffsetFile(string path, ClockOffset offset, TimeProvider time, ILogger logger)
    {
        _path = path;
        _offset = offset;
        _logger = logger;
        Read();
        _timer = time.CreateTimer(_ => Read(), null, Period, Period);
    }

    /// <summary>Applies the file now and keeps following it.</summary>
    public static ClockOffsetFile Follow(string path, ClockOffset offset, TimeProvider time, ILogger logger) =>
        new(path, offset, time, logger);

    /// <summary>Reads a number of seconds as milliseconds.</summary>
    public static bool TryParse(string text, out long milliseconds)
    {
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint
            | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;
        var isNumber = double.TryParse(text, style, CultureInfo.InvariantCulture, out var seconds)
            && Math.Abs(seconds) <= MaxSeconds;
        milliseconds = isNumber ? (long)Math.Round(seconds * 1000) : 0;
        return isNumber;
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    // A tick may overtake a slow one before it; both read the same file, so the last one to write is never wrong for
    // longer than a period.
    private void Read()
    {
        var text = ReadText();
        if (text is null || text == Interlocked.Exchange(ref _last, text))
            return;
        if (!TryParse(text, out var milliseconds))
        {
            HostLog.ClockOffsetUnreadable(_logger, _path, text.Trim());
            return;
        }

        _offset.Milliseconds = milliseconds;
        HostLog.ClockMoved(_logger, milliseconds / 1000.0);
    }

    private string? ReadText()
    {
        try
        {
            using var file = File.OpenHandle(_path);
            Span<byte> octets = stackalloc byte[MaxLength];
            var length = RandomAccess.Read(file, octets, 0);
            return System.Text.Encoding.ASCII.GetString(octets[..length]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
