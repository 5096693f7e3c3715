using Resolver.Ports;
using Resolverd.Listeners.Tcp;
using Resolverd.Workers;

namespace Resolverd.Tests.Rig;

/// <summary>A TCP listener on loopback with its table and what it stands on; its clock is the test's.</summary>
internal sealed class StreamRig : IDisposable
{
    public StreamRig(StreamOptions? options = null, CompleteQuery? complete = null, string address = "127.0.0.1")
    {
        Clock = new ManualClock();
        Base = new ListenerRig(complete ?? ListenerRig.FailAsync) { Clock = Clock };
        Table = new ConnectionTable(options ?? new(), Clock);
        Listener = StreamListener.Bind(new(HostAddress.Parse(address), 0), Base.Services with { Clock = Clock }, Table);
        Listener.Start();
    }

    public ManualClock Clock { get; }

    public ListenerRig Base { get; }

    public ConnectionTable Table { get; }

    public StreamListener Listener { get; }

    public Task<StreamClient> ConnectAsync() => StreamClient.ConnectAsync(Listener.Address);

    public void Dispose()
    {
        Listener.Dispose();
        Base.Dispose();
    }
}
