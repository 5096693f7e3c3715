namespace Resolverd.Listeners.Tcp;

/// <summary>
/// What a connection has under way: queries being worked on and octets not yet sent. The reader waits here until
/// there is room, and at the end until nothing is left. Threads share it.
/// </summary>
internal sealed class ConnectionLoad(int maxQueries, int maxUnsent)
{
    private readonly Lock _gate = new();
    private int _queries;
    private long _unsent;
    private TaskCompletionSource? _waiter;
    private bool _waitsForQuiet;
    private bool _isReleased;

    /// <summary>True if nothing is under way.</summary>
    public bool IsQuiet
    {
        get
        {
            lock (_gate)
                return _queries == 0 && _unsent == 0;
        }
    }

    /// <summary>Octets not yet sent.</summary>
    public long Unsent
    {
        get
        {
            lock (_gate)
                return _unsent;
        }
    }

    /// <summary>A query is being worked on, or, if negative, is done.</summary>
    public void AddQueries(int count) => Add(count, 0);

    /// <summary>Octets wait to be sent, or, if negative, are sent.</summary>
    public void AddUnsent(int octets) => Add(0, octets);

    /// <summary>Waits until another query may be taken in.</summary>
    public Task WaitForRoomAsync() => WaitAsync(forQuiet: false);

    /// <summary>Waits until no query is being worked on.</summary>
    public Task WaitForQuietAsync() => WaitAsync(forQuiet: true);

    /// <summary>The connection is over: nobody waits here any more.</summary>
    public void Release()
    {
        lock (_gate)
        {
            _isReleased = true;
            Signal();
        }
    }

    private Task WaitAsync(bool forQuiet)
    {
        lock (_gate)
        {
            _waitsForQuiet = forQuiet;
            if (IsReached())
                return Task.CompletedTask;
            // Who makes room is a worker with other things to do: the reader goes on elsewhere.
            _waiter = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return _waiter.Task;
        }
    }

    private void Add(int queries, int unsent)
    {
        lock (_gate)
        {
            _queries += queries;
            _unsent += unsent;
            if (IsReached())
                Signal();
        }
    }

    private void Signal()
    {
        _waiter?.SetResult();
        _waiter = null;
    }

    private bool IsReached() =>
        _isReleased || (_waitsForQuiet ? _queries == 0 : _queries < maxQueries && _unsent <= maxUnsent);
}
