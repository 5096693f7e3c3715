using System.Buffers;

namespace Resolverd.Workers;

/// <summary>
/// Room for a response that takes memory only once somebody writes to it. Thousands of queries wait at a time, most
/// of them for longer than it takes to write an answer.
/// </summary>
internal sealed class ResponseMemory(int length) : MemoryManager<byte>
{
    private byte[]? _rented;

    /// <inheritdoc/>
    public override Memory<byte> Memory => CreateMemory(length);

    /// <inheritdoc/>
    public override Span<byte> GetSpan() => (_rented ??= ArrayPool<byte>.Shared.Rent(length)).AsSpan(0, length);

    /// <summary>Not to be had: nothing outside this process writes here.</summary>
    public override MemoryHandle Pin(int elementIndex = 0) =>
        throw new NotSupportedException("responses are not pinned");

    /// <inheritdoc/>
    public override void Unpin()
    {
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (_rented is { } array)
            ArrayPool<byte>.Shared.Return(array);
        _rented = null;
    }
}
