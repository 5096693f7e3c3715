namespace Dns.Zones;

/// <summary>A text being read: the octets at hand from the next entry on, and where that is.</summary>
internal sealed class ZoneInput : IDisposable
{
    /// <summary>Octets read at a time: some hundred records.</summary>
    private const int FirstLength = 64 * 1024;

    private readonly Stream? _stream;
    private readonly Stream? _owned;
    private byte[] _buffer = [];
    private ReadOnlyMemory<byte> _window;

    /// <summary>Begins with text that is all there.</summary>
    public ZoneInput(string name, ReadOnlyMemory<byte> text)
    {
        Name = name;
        _window = text;
        IsWhole = true;
    }

    /// <summary>Begins with a stream, and leaves it open.</summary>
    public ZoneInput(string name, Stream stream)
    {
        Name = name;
        _stream = stream;
    }

    /// <summary>Begins with an included stream, which is closed in the end.</summary>
    public ZoneInput(string name, Stream owned, ZoneContext restored)
        : this(name, owned)
    {
        _owned = owned;
        Restored = restored;
    }

    /// <summary>What the text is called.</summary>
    public string Name { get; }

    /// <summary>The context of the text that included this one.</summary>
    public ZoneContext? Restored { get; }

    /// <summary>The line the next entry begins on.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>True if no more octets come behind the ones at hand.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>The octets at hand.</summary>
    public ReadOnlySpan<byte> Window => _window.Span;

    /// <summary>Takes an entry off the front.</summary>
    public void Consume(int octets, int lines)
    {
        _window = _window[octets..];
        Line += lines;
    }

    /// <summary>Gets more octets behind the ones at hand, at least one unless the text ends.</summary>
    public void Fill()
    {
        var held = _window.Length;
        var target = held < _buffer.Length ? _buffer : new byte[Math.Max(FirstLength, 2 * held)];
        Window.CopyTo(target);
        _buffer = target;
        var count = _stream!.ReadAtLeast(target.AsSpan(held), target.Length - held, throwOnEndOfStream: false);
        IsWhole = held + count < target.Length;
        _window = target.AsMemory(0, held + count);
    }

    /// <summary>Closes what was opened for an include.</summary>
    public void Dispose() => _owned?.Dispose();
}
