using Dns;
using Dns.Edns;
using Resolver.Ports;
using Simulation.Messages;

namespace Simulation.Tests;

/// <summary>Asks simulated servers directly, as the resolver's exchanges do.</summary>
internal static class Probe
{
    public static WireMessage? AskUdp(World world, string apex, string question, ushort? payload = 1232)
    {
        var server = new ServerAddress(world.Tree.AddressOf(DomainName.Parse(apex)), 53);
        var query = world.Query(question);
        query.Edns = payload is { } size ? new EdnsHeader(size, 0, 0, 0) : null;
        using var flow = world.Network.OpenDatagram(server)!;
        var buffer = new byte[65_535];
        var arrived = world.Time.Enter(() =>
        {
            flow.TrySend(query.ToWire());
            return flow.ReceiveAsync(buffer, CancellationToken.None).AsTask();
        });
        var isDone = world.Time.Run(() => arrived.IsCompleted, world.Time.Now + TimeSpan.TicksPerSecond * 10);
        return isDone && arrived.GetAwaiter().GetResult() is var length and >= 0
            ? WireMessage.TryParse(buffer.AsSpan(0, length))
            : null;
    }

    public static List<WireMessage> AskTcp(World world, string apex, params string[] questions)
    {
        var server = new ServerAddress(world.Tree.AddressOf(DomainName.Parse(apex)), 53);
        var arrived = world.Time.Enter(() => AskAsync(world, server, questions));
        world.Time.Run(() => arrived.IsCompleted, world.Time.Now + TimeSpan.TicksPerSecond * 10);
        return arrived.IsCompleted ? arrived.GetAwaiter().GetResult() : [];
    }

    private static async Task<List<WireMessage>> AskAsync(World world, ServerAddress server, string[] questions)
    {
        List<WireMessage> answers = [];
        using var stream = await world.Network.ConnectAsync(server, CancellationToken.None);
        if (stream is null)
            return answers;
        foreach (var question in questions)
        {
            var wire = world.Query(question).ToWire();
            await stream.WriteAsync(new byte[] { (byte)(wire.Length >> 8), (byte)wire.Length }.Concat(wire).ToArray(),
                default);
        }
        List<byte> received = [];
        var buffer = new byte[100];
        while (answers.Count < questions.Length)
        {
            var length = await stream.ReadAsync(buffer, default);
            if (length == 0)
                return answers;
            received.AddRange(buffer[..length]);
            while (received.Count >= 2 && received.Count >= 2 + ((received[0] << 8) | received[1]))
            {
                var end = 2 + ((received[0] << 8) | received[1]);
                answers.Add(WireMessage.TryParse(received.GetRange(2, end - 2).ToArray())!);
                received.RemoveRange(0, end);
            }
        }
        return answers;
    }
}
