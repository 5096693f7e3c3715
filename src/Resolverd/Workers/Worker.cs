using Resolver.Ports;

namespace Resolverd.Workers;

/// <summary>
/// A thread on which asynchronous work runs: it is a <see cref="SynchronizationContext"/>, so what is awaited on it
/// comes back to it, and nothing that only one worker touches needs a lock. What is posted runs in the order it came.
/// An exception nobody caught ends that piece of work alone.
/// </summary>
internal sealed class Worker : SynchronizationContext
{
    private readonly object _gate = new();
    private readonly Thread _thread;
    private readonly FaultLog _faults;
    private readonly WorkerTimers _timers;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private List<(SendOrPostCallback Callback, object? State)> _incoming = [];
    private List<(SendOrPostCallback Callback, object? State)> _batch = [];
    private bool _isWaiting;
    private bool _isStopping;

    /// <summary>Makes a worker that does not run yet.</summary>
    /// <param name="name">The thread's name.</param>
    /// <param name="clock">The time that the worker's own clock tells.</param>
    /// <param name="faults">Where uncaught exceptions go.</param>
    public Worker(string name, Clock clock, FaultLog faults)
    {
        _faults = faults;
        _timers = new(clock, Wake);
        Clock = new WorkerClock(clock, _timers);
        _thread = new Thread(Run) { Name = name, IsBackground = true };
    }

    /// <summary>The same time as everywhere; its timers fire on this worker.</summary>
    public Clock Clock { get; }

    /// <summary>The thread's name.</summary>
    public string Name => _thread.Name!;

    /// <summary>Completes when the thread has ended.</summary>
    public Task Ended => _ended.Task;

    /// <summary>True on the worker's own thread.</summary>
    public bool IsCurrent => Thread.CurrentThread == _thread;

    /// <summary>Starts the thread.</summary>
    public void Start() => _thread.Start();

    /// <summary>
    /// Ends the thread once everything posted so far has run. What is posted later, or waits for a timer, never runs.
    /// </summary>
    public void Stop() => Post(static worker => ((Worker)worker!)._isStopping = true, this);

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (_gate)
        {
            if (_ended.Task.IsCompleted)
                return;
            _incoming.Add((d, state));
            if (_isWaiting)
                Monitor.Pulse(_gate);
        }
    }

    /// <summary>Runs the callback at once on the worker itself. Nobody else may wait for a worker.</summary>
    public override void Send(SendOrPostCallback d, object? state)
    {
        if (!IsCurrent)
            throw new NotSupportedException("a worker is not waited for: post to it");
        d(state);
    }

    /// <inheritdoc/>
    public override SynchronizationContext CreateCopy() => this;

    private void Run()
    {
        SetSynchronizationContext(this);
        while (!_isStopping)
        {
            TakeBatch();
            foreach (var (callback, state) in _batch)
                RunOne(callback, state);
            _batch.Clear();
            while (_timers.TryTakeDue() is { } timer)
                RunOne(WorkerTimer.Fire, timer);
        }
        _ended.SetResult();
    }

    private void TakeBatch()
    {
        lock (_gate)
        {
            while (_incoming.Count == 0 && _timers.MillisecondsUntilDue is not 0 and var wait)
            {
                _isWaiting = true;
                Monitor.Wait(_gate, wait);
                _isWaiting = false;
            }
            (_incoming, _batch) = (_batch, _incoming);
        }
    }

    private void RunOne(SendOrPostCallback callback, object? state)
    {
        try
        {
            callback(state);
        }
        catch (Exception exception)
        {
            _faults.Record(exception, Name);
        }
    }

    private void Wake()
    {
        lock (_gate)
        {
            if (_isWaiting)
                Monitor.Pulse(_gate);
        }
    }
}
