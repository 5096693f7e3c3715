using Resolver.Ports;

namespace Resolver.Recursion.Servers;

/// <summary>What is known about one server, whatever zones it serves.</summary>
internal sealed class ServerRecord(ServerAddress address)
{
    /// <summary>Questions in a row without an answer after which a server counts as dead.</summary>
    public const int DeadAfter = 3;

    /// <summary>Milliseconds a dead server is left alone at first; twice as long each time it stays silent.</summary>
    public const int FirstBackOffMs = 1_000;

    /// <summary>Milliseconds a dead server is left alone at most.</summary>
    // RFC 9520 §3.2: failures are forgotten within five minutes; a minute finds a server that is back soon enough.
    public const int LongestBackOffMs = 60_000;

    /// <summary>Datagrams in a row without an answer, TCP working, after which TCP is preferred.</summary>
    public const int TcpAfter = 3;

    private Instant _backedOffUntil = new(long.MinValue);

    /// <summary>Where it listens.</summary>
    public ServerAddress Address { get; } = address;

    /// <summary>The way to it by datagram.</summary>
    public PathEstimate Udp { get; } = new();

    /// <summary>The way to it by stream.</summary>
    public PathEstimate Tcp { get; } = new();

    /// <summary>The cookies exchanged with it.</summary>
    public CookieJar Cookies { get; } = new();

    /// <summary>True once the server has been seen, over TCP, to lose the case of names.</summary>
    public bool LosesCase { get; set; }

    /// <summary>When it was last sent anything.</summary>
    public Instant LastAsked { get; set; } = new(long.MinValue / 2);

    /// <summary>When it was last sent a datagram.</summary>
    public Instant LastAskedByDatagram { get; set; } = new(long.MinValue / 2);

    /// <summary>True if datagrams get lost and streams do not.</summary>
    public bool PrefersTcp { get; private set; }

    private int SilentInARow => Udp.SilentInARow + Tcp.SilentInARow;

    /// <summary>True if it has not answered for some time, whether or not it is time to try it again.</summary>
    public bool IsDead => SilentInARow >= DeadAfter;

    /// <summary>True if it has been dead for so long that a zone without other servers is as good as gone.</summary>
    public bool IsLongDead => SilentInARow >= 2 * DeadAfter;

    /// <summary>True if it is dead and to be left alone.</summary>
    public bool IsBackedOff(Instant now) => IsDead && _backedOffUntil.IsAfter(now);

    /// <summary>The way to it by this transport.</summary>
    public PathEstimate Path(Transport transport) => transport == Transport.Udp ? Udp : Tcp;

    /// <summary>Counts an answer.</summary>
    public void Answered(Transport transport, long microseconds)
    {
        Path(transport).Answered(microseconds);
        if (transport == Transport.Udp)
        {
            PrefersTcp = PrefersTcp && Udp.Loss > PathEstimate.HighLoss;
            Tcp.ForgetSilence();
        }
        else
        {
            PrefersTcp = PrefersTcp || Udp.SilentInARow >= TcpAfter || Udp.Loss > PathEstimate.HighLoss;
            Udp.ForgetSilence();
        }
    }

    /// <summary>Counts a question without an answer.</summary>
    public void Silent(Transport transport, Instant now)
    {
        Path(transport).Silent();
        if (transport == Transport.Tcp && Tcp.SilentInARow > 1)
            PrefersTcp = false;
        if (IsDead)
            _backedOffUntil = now.PlusMilliseconds(BackOffMs(SilentInARow - DeadAfter));
    }

    private static int BackOffMs(int doublings) =>
        doublings > 6 ? LongestBackOffMs : Math.Min(LongestBackOffMs, FirstBackOffMs << doublings);
}
