namespace Resolverd.Network;

/// <summary>Counts what is open against a limit. Threads share it.</summary>
internal sealed class OpenCount(int limit)
{
    private int _value;

    /// <summary>How many are open.</summary>
    public int Value => Volatile.Read(ref _value);

    /// <summary>Counts one more; false, and nothing counted, if the limit is reached.</summary>
    public bool TryTake()
    {
        if (Interlocked.Increment(ref _value) <= limit)
            return true;
        Release();
        return false;
    }

    /// <summary>Counts one less.</summary>
    public void Release() => Interlocked.Decrement(ref _value);
}
