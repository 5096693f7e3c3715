using System.Collections.Concurrent;

namespace Resolverd.Hosting.Logging;

/// <summary>
/// Lets a recurring cause be logged so many times a minute and counts the rest, so that an attacker cannot fill a disk
/// and an operator still learns how often it happened.
/// </summary>
internal sealed class CauseLimiter(int perMinute, TimeProvider time)
{
    /// <summary>
    /// Causes told apart. Further ones share one allowance: causes may be named after what strangers send.
    /// </summary>
    public const int MaxCauses = 1024;

    private const string Others = "";

    private readonly ConcurrentDictionary<string, Allowance> _causes = new(StringComparer.Ordinal);

    /// <summary>Messages per minute and cause. Can be changed while running.</summary>
    public int PerMinute { get; set; } = perMinute;

    /// <summary>Whether to log this occurrence; if so, how many before it were left out.</summary>
    public bool Admit(string cause, out long leftOut)
    {
        var isKnown = _causes.ContainsKey(cause) || _causes.Count < MaxCauses;
        return _causes.GetOrAdd(isKnown ? cause : Others, _ => new Allowance()).Take(Minute(), PerMinute, out leftOut);
    }

    private long Minute() => (long)(time.GetTimestamp() / (double)time.TimestampFrequency / 60);

    /// <summary>What one cause has had of its minute.</summary>
    private sealed class Allowance
    {
        private readonly Lock _lock = new();
        private long _minute = long.MinValue;
        private int _taken;
        private long _leftOut;

        /// <summary>Takes one message, or counts it as left out.</summary>
        public bool Take(long minute, int limit, out long leftOut)
        {
            lock (_lock)
            {
                if (minute != _minute)
                    (_minute, _taken) = (minute, 0);
                var isAdmitted = _taken < limit;
                leftOut = isAdmitted ? _leftOut : 0;
                _leftOut = isAdmitted ? 0 : _leftOut + 1;
                _taken += isAdmitted ? 1 : 0;
                return isAdmitted;
            }
        }
    }
}
