using System.Text;

namespace Resolverd.Tests.Hosting;

/// <summary>A pipe whose reader stands still until released.</summary>
internal sealed class StalledStream : Stream
{
    private readonly MemoryStream _text = new();
    private readonly ManualResetEventSlim _stalled = new();
    private readonly ManualResetEventSlim _released = new();

    public string Text => Encoding.UTF8.GetString(_text.ToArray());

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _text.Length;

    public override long Position
    {
        get => _text.Position;
        set => throw new NotSupportedException();
    }

    public void WaitUntilStalled() => _stalled.Wait();

    public void Release() => _released.Set();

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count)
    {
        _stalled.Set();
        _released.Wait();
        _text.Write(buffer, offset, count);
    }

    protected override void Dispose(bool disposing)
    {
        _stalled.Dispose();
        _released.Dispose();
        _text.Dispose();
        base.Dispose(disposing);
    }
}
