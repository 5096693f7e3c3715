using Dns;
using Resolver.Cache;
using Resolver.Ports;
using Resolver.Queries;
using Resolver.Tests.Cache;
using Resolver.Tests.Queries;
using Xunit;

namespace Resolver.Tests;

/// <summary>A query handler over a cache of its own, and short words for asking it.</summary>
public sealed class HandlerFixture
{
    private readonly QueryHandler _handler;
    private readonly byte[] _response = new byte[65535];

    public HandlerFixture(HandlerSettings? settings = null)
    {
        var chosen = (settings ?? new HandlerSettings()) with { ChecksOwnAnswers = true };
        _handler = new(chosen, Fixture.Cache, new DomainNameComparer(7));
    }

    public CacheFixture Fixture { get; } = new();

    public ClientContext Client { get; set; } = new(HostAddress.Parse("127.0.0.1"), 40000, Transport.Udp);

    public HandleResult Handle(byte[] packet)
    {
        var request = new ClientRequest { Packet = packet, Client = Client, Response = _response };
        return _handler.Handle(request, Fixture.Now);
    }

    public ReadResponse Ask(PacketBuilder packet) => Ask(packet.Build());

    public ReadResponse Ask(byte[] packet)
    {
        var result = Handle(packet);
        Assert.Equal(Disposition.Answered, result.Disposition);
        return new(_response[..result.Length]);
    }

    public ReadResponse Ask(string name, RecordType type) => Ask(new PacketBuilder(name, type));

    public void Store(params RRset[] sets)
    {
        foreach (var set in sets)
            Assert.Equal(StoreResult.Stored, Fixture.Store(set));
    }
}
