using Resolver.Ports;
using Resolver.Recursion.Work;

namespace Resolver.Recursion.Exchanges;

/// <summary>The streams of one worker, one to a server, kept open between questions (RFC 7766 §6.2.1.1).</summary>
internal sealed class TcpPool(INetwork network, Clock clock)
{
    /// <summary>Streams open on one worker. Unbound keeps 10 for each thread, PowerDNS 100.</summary>
    public static readonly Limit Streams = new(128, 8, 4096);

    private readonly Dictionary<ServerAddress, TcpConnection> _shared = [];
    private readonly List<TcpConnection> _all = [];

    /// <summary>Streams open or being opened.</summary>
    public int Count => _all.Count;

    /// <summary>
    /// Asks over the open stream to the server, or a new one; once more if an old one turns out closed.
    /// </summary>
    public async Task<ExchangeResult> RunAsync(
        ServerAddress server,
        EncodedQuestion question,
        Permit permit,
        ExchangeWatch watch,
        CancellationToken cancellationToken)
    {
        permit.Require();
        try
        {
            if (Find(server) is not { } connection)
                return new(ExchangeStatus.Unreachable);
            var isReused = connection.HasBeenUsed;
            var result = await connection.AskAsync(question, watch, cancellationToken);
            // RFC 7766 §6.2.4: a server may close an idle stream at any time; that is no failure of the server.
            return isReused && result.Status == ExchangeStatus.Broken && Find(server) is { } another
                ? await another.AskAsync(question, watch, cancellationToken)
                : result;
        }
        catch (OperationCanceledException)
        {
            return new(ExchangeStatus.Abandoned);
        }
    }

    /// <summary>Closes every stream.</summary>
    public void CloseAll()
    {
        foreach (var connection in _all.ToArray())
            connection.Close();
    }

    private TcpConnection? Find(ServerAddress server)
    {
        if (_shared.TryGetValue(server, out var known) && known.IsUsable)
            return known;
        if (_all.Count >= Streams.Default)
        {
            // The one that has been open for longest and is not needed now makes room.
            if (_all.Find(connection => connection.IsIdle) is not { } idle)
                return null;
            Forget(idle);
            idle.Close();
        }
        var connection = new TcpConnection(server, network, clock);
        _all.Add(connection);
        _shared[server] = connection;
        connection.Life = LiveAsync(connection);
        return connection;
    }

    private async Task LiveAsync(TcpConnection connection)
    {
        await connection.RunAsync();
        Forget(connection);
        connection.Dispose();
    }

    private void Forget(TcpConnection connection)
    {
        _all.Remove(connection);
        if (_shared.TryGetValue(connection.Server, out var shared) && ReferenceEquals(shared, connection))
            _shared.Remove(connection.Server);
    }
}
