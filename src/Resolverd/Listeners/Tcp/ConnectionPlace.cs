namespace Resolverd.Listeners.Tcp;

/// <summary>Where a connection stands in its table: among all and among those of its client.</summary>
internal sealed class ConnectionPlace(StreamConnection connection)
{
    /// <summary>Among all, the one that has been quiet longest first.</summary>
    public LinkedListNode<StreamConnection> InAll { get; } = new(connection);

    /// <summary>Among those of the client, in the same order.</summary>
    public LinkedListNode<StreamConnection> OfClient { get; } = new(connection);

    /// <summary>When a query came or an answer left last.</summary>
    public long LastActivity { get; set; }
}
