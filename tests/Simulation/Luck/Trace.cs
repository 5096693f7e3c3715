using System.Globalization;

namespace Simulation.Luck;

/// <summary>
/// What happened in a world, as one number for comparing runs bit for bit and, where it is asked for, as lines for
/// a person.
/// </summary>
public sealed class Trace
{
    private ulong _hash = 14695981039346656037;

    /// <summary>The number. Two runs of one seed have the same.</summary>
    public ulong Hash => _hash;

    /// <summary>Where lines go; null where nobody reads them.</summary>
    public Action<string>? Listener { get; set; }

    /// <summary>Takes an event into the number.</summary>
    public void Add(long time, string kind, ReadOnlySpan<byte> octets)
    {
        Mix((ulong)time);
        foreach (var character in kind)
            Mix(character);
        foreach (var octet in octets)
            Mix(octet);
    }

    /// <summary>Takes an event into the number and tells the listener.</summary>
    public void Say(long time, string text)
    {
        Add(time, text, []);
        Listener?.Invoke(string.Create(CultureInfo.InvariantCulture, $"{time / 10000.0,12:F3} ms  {text}"));
    }

    private void Mix(ulong value) => _hash = (_hash ^ value) * 1099511628211;
}
