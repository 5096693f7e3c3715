using System.Net.Sockets;
using Dns;
using Dns.Edns;
using Dns.Wire;
using Resolver;
using Resolver.Answers;
using Resolver.Ports;
using Resolverd.Listeners.Udp;
using Resolverd.Tests.Rig;

namespace Resolverd.Tests.Listeners;

/// <summary>Messages that are broken or odd in one known way each, sent to real sockets.</summary>
public sealed class BrokenMessageTests
{
    private const string Nothing = "nothing";
    private const ushort Sentinel = 0x7777;

    /// <summary>What is right, by how the case's name begins; the first that fits counts.</summary>
    private static readonly (string Name, string Answer)[] Right =
    [
        ("header-cut", Nothing), ("is-a-reply", Nothing),
        ("opcode-", "NotImp"), ("type-65535", "NotImp"),
        ("edns-version", "BadVers"),
        ("type-axfr", "Refused"), ("qclass-", "Refused"),
        ("z-bit", "NoError"), ("tc-in-query", "NoError"), ("rcode-in-query", "NoError"), ("query-with", "NoError"),
        ("edns-size", "NoError"), ("edns-z", "NoError"), ("edns-options-3000", "NoError"),
        ("edns-cookie-two", "NoError"), ("edns-ecs", "NoError"), ("edns-keepalive", "NoError"),
        ("edns-ede", "NoError"), ("edns-nsid", "NoError"), ("tsig-unknown-key", "NoError"), ("type-any", "NoError"),
        ("", "FormErr"),
    ];

    [Fact]
    public async Task Each_gets_the_answer_that_is_right_over_udp()
    {
        using var rig = new ListenerRig(EmptyAsync);
        using var listener = UdpListener.Bind(Ask.Loopback, new(), rig.Services);
        listener.Start();
        using var socket = Ask.Connect(listener.Address);
        var wrong = new List<string>();

        foreach (var one in PacketCorpus.HandMade())
            Compare(one, await AnswerAsync(socket, one), wrong);

        Assert.Empty(wrong);
        Assert.Equal(0, rig.Faults.Count);
    }

    [Fact]
    public async Task Each_gets_the_answer_that_is_right_over_tcp()
    {
        using var rig = new StreamRig(complete: EmptyAsync);
        var wrong = new List<string>();

        foreach (var one in PacketCorpus.HandMade().Where(one => one.Message.Length <= ushort.MaxValue))
            Compare(one, await AnswerAsync(rig.Listener.Address, one), wrong);

        Assert.Empty(wrong);
        Assert.Equal(0, rig.Base.Faults.Count);
    }

    private static ValueTask<int> EmptyAsync(PendingQuery query, Memory<byte> response, CancellationToken token) =>
        ValueTask.FromResult(RejectionEncoder.Encode(query.Packet, ResponseCode.NoError, null, response.Span));

    private static void Compare(PacketCase one, string answer, List<string> wrong)
    {
        // What a server would send gets no answer from a listener; what is well formed is answered.
        var right = one.Side == "reply" ? Nothing
            : one.Expect == "accept" ? "NoError"
            : Right.First(entry => one.Name.StartsWith(entry.Name, StringComparison.Ordinal)).Answer;
        if (answer != right)
            wrong.Add($"{one.Name}: {answer}, right is {right}");
    }

    private static async Task<string> AnswerAsync(Socket socket, PacketCase one)
    {
        await socket.SendAsync(one.Message);
        await socket.SendAsync(Ask.Query("www.hit.test.", id: Sentinel));
        var first = await Ask.ReceiveAsync(socket);
        if (first[0] == Sentinel >> 8)
            return MayBeOvertaken(one) ? CodeOf(one, await Ask.ReceiveAsync(socket)) : Nothing;
        var second = await Ask.ReceiveAsync(socket);
        Assert.Equal(Sentinel >> 8, second[0]);
        return CodeOf(one, first);
    }

    // An answer that has to be found is.
    private static bool MayBeOvertaken(PacketCase one) =>
        one.Side == "query" && one.Expect is "accept" or "semantic" && one.Name != "is-a-reply";

    private static async Task<string> AnswerAsync(ServerAddress server, PacketCase one)
    {
        using var client = await StreamClient.ConnectAsync(server);
        await client.SendAsync(one.Message);
        try
        {
            return CodeOf(one, await client.ReceiveAsync());
        }
        catch (Exception exception) when (exception is EndOfStreamException or IOException)
        {
            return Nothing;
        }
    }

    private static string CodeOf(PacketCase one, byte[] response)
    {
        Assert.Equal(WireError.None, MessageCheck.FirstFault(response));
        Assert.True(MessageReader.TryStart(response, out var reader));
        Assert.Equal(one.Message[..2], response[..2]);
        Assert.True(reader.Header.IsResponse);
        // The opcode comes back, the reserved bit does not.
        Assert.Equal(one.Message[2] & 0x78, response[2] & 0x78);
        Assert.Equal(0, response[3] & 0x40);
        var code = (int)reader.Header.ResponseCode;
        while (reader.TryReadRecord(out var record))
        {
            if (record.Type == RecordType.Opt)
                code |= EdnsHeader.From(record).ExtendedRcode << 4;
        }
        return ((ResponseCode)code).ToString();
    }
}
