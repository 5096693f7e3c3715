using Dns;
using Resolver.Ports;

namespace Resolver.Recursion.Tracing;

/// <summary>
/// One step of a resolution and the steps inside it. Where no trace is wanted there is no step, and nothing is
/// computed for it: callers write <c>trace?.Note(…)</c>.
/// </summary>
public sealed class TraceStep
{
    /// <summary>Steps directly inside one step. A query's budget keeps real traces far below.</summary>
    public const int MaxChildren = 500;

    private readonly Clock _clock;
    private readonly List<TraceStep> _children = [];

    /// <summary>Begins a trace with its first step.</summary>
    public TraceStep(Clock clock, TraceKind kind, string text)
    {
        _clock = clock;
        Kind = kind;
        Text = text;
        BeganAt = Work.TimerInstant.Now(clock).Microseconds;
    }

    /// <summary>What it tells.</summary>
    public TraceKind Kind { get; }

    /// <summary>The step in words.</summary>
    public string Text { get; }

    /// <summary>When it began, in microseconds on the timers' clock.</summary>
    public long BeganAt { get; }

    /// <summary>How long it took, in microseconds; null if it took no time or has not ended.</summary>
    public long? Elapsed { get; private set; }

    /// <summary>The name it is about.</summary>
    public DomainName? Name { get; init; }

    /// <summary>The type it is about.</summary>
    public RecordType? Type { get; init; }

    /// <summary>The zone that was asked.</summary>
    public DomainName? Zone { get; init; }

    /// <summary>The server that was asked.</summary>
    public ServerAddress? Server { get; init; }

    /// <summary>How it ended, in words.</summary>
    public string? Result { get; private set; }

    /// <summary>The steps inside this one, in the order they began.</summary>
    public IReadOnlyList<TraceStep> Children => _children;

    /// <summary>Adds a step that takes no time.</summary>
    public void Note(TraceKind kind, string text) => Add(new(_clock, kind, text));

    /// <summary>Begins a step for a question.</summary>
    public TraceStep Begin(TraceKind kind, string text, DomainName name, RecordType type) =>
        Add(new(_clock, kind, text) { Name = name, Type = type });

    /// <summary>Begins a step for one question to one server of a zone.</summary>
    public TraceStep BeginExchange(string text, DomainName zone, ServerAddress server) =>
        Add(new(_clock, TraceKind.Exchange, text) { Zone = zone, Server = server });

    /// <summary>Ends a step, with its result in words.</summary>
    public void End(string result)
    {
        Result = result;
        Elapsed = Work.TimerInstant.Now(_clock).Microseconds - BeganAt;
    }

    private TraceStep Add(TraceStep step)
    {
        if (_children.Count < MaxChildren)
            _children.Add(step);
        return step;
    }
}
