namespace Resolver.Cache;

/// <summary>
/// Scratch memory into which the cache copies what one query looks up, so that what was found stays readable
/// whatever happens to the cache meanwhile. One query uses it at a time; a worker keeps one and resets it. When it
/// grows it takes a new buffer: views into the old one stay good until the reset.
/// </summary>
public sealed class CacheArena
{
    /// <summary>Octets to begin with: a chain of a few links and its answer.</summary>
    public const int InitialSize = 4096;

    /// <summary>Octets kept between queries; a buffer that one large answer made larger is let go.</summary>
    public const int KeptSize = 256 * 1024;

    private int _used;

    /// <summary>The buffer into which the last <see cref="Allocate"/> points.</summary>
    public byte[] Buffer { get; private set; } = new byte[InitialSize];

    /// <summary>Takes so many octets and returns where in <see cref="Buffer"/> they begin.</summary>
    public int Allocate(int length)
    {
        if (_used + length > Buffer.Length)
        {
            Buffer = new byte[Math.Max(Buffer.Length * 2, length)];
            _used = 0;
        }
        var offset = _used;
        _used += length;
        return offset;
    }

    /// <summary>Gives back what the last allocation did not need.</summary>
    public void Shrink(int offset, int length) => _used = offset + length;

    /// <summary>Forgets everything; views made before must not be read any more.</summary>
    public void Reset()
    {
        _used = 0;
        if (Buffer.Length > KeptSize)
            Buffer = new byte[InitialSize];
    }
}
