using System.Net.Sockets;

namespace Resolverd.Control;

/// <summary>Reads lines that end in a line feed from a socket, none longer than it may be.</summary>
internal sealed class LineReader(Socket socket, int maxLength)
{
    private byte[] _buffer = new byte[4096];
    private int _start;
    private int _end;

    /// <summary>The next line without its end; null at the end of the stream.</summary>
    /// <exception cref="ControlException">The line is too long.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var length = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            if (length >= 0)
            {
                var line = _buffer.AsMemory(_start, length);
                _start += length + 1;
                return line;
            }
            MakeRoom();
            var received = await socket.ReceiveAsync(_buffer.AsMemory(_end), cancellationToken);
            if (received == 0)
                return null;
            _end += received;
        }
    }

    private void MakeRoom()
    {
        var held = _end - _start;
        if (held >= maxLength)
            throw new ControlException(ControlException.BadRequest, $"a line of more than {maxLength} octets");
        var target = held * 2 > _buffer.Length ? new byte[_buffer.Length * 2] : _buffer;
        _buffer.AsSpan(_start, held).CopyTo(target);
        _buffer = target;
        _start = 0;
        _end = held;
    }
}
