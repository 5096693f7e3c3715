namespace Resolverd.Listeners.Tcp;

/// <summary>Octets that all connections together have written and not yet sent, against their limit.</summary>
internal sealed class UnsentTotal(long limit)
{
    private long _octets;

    /// <summary>Octets unsent.</summary>
    public long Octets => Interlocked.Read(ref _octets);

    /// <summary>Counts more; false, and nothing counted, if that would be too many.</summary>
    public bool TryAdd(int octets)
    {
        if (Interlocked.Add(ref _octets, octets) <= limit)
            return true;
        Remove(octets);
        return false;
    }

    /// <summary>Counts less.</summary>
    public void Remove(int octets) => Interlocked.Add(ref _octets, -octets);
}
