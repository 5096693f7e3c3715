using Simulation.Messages;
using Simulation.Net;

namespace Simulation.Rpl;

/// <summary>A client's question and, once it is there, the answer.</summary>
internal sealed class ClientQuestion(Entry entry, Task<byte[]?> pending)
{
    public Entry Entry { get; } = entry;

    /// <summary>The task that the answer ends.</summary>
    public Task<byte[]?> Pending { get; } = pending;

    /// <summary>True once a CHECK_ANSWER step has looked at it.</summary>
    public bool IsChecked { get; set; }

    /// <summary>How the answer came.</summary>
    public Transport Transport { get; set; }

    /// <summary>The answer; null before it is there, or if none comes, or if it is malformed.</summary>
    public WireMessage? Answer =>
        Pending.IsCompletedSuccessfully && Pending.Result is { } wire ? WireMessage.TryParse(wire) : null;
}
