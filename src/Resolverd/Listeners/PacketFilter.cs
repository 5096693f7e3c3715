using Dns.Wire;

namespace Resolverd.Listeners;

/// <summary>Tells datagrams that are never answered, before anything looks into them.</summary>
internal static class PacketFilter
{
    /// <summary>The first port that ordinary programs send from.</summary>
    public const int FirstUserPort = 1024;

    private const int DnsPort = 53;

    /// <summary>True if nobody who could use an answer has sent this.</summary>
    public static bool IsHopeless(ReadOnlySpan<byte> packet, ushort sourcePort)
    {
        // Source port 0 means that no answer is wanted. Services on low ports (echo, chargen, time) answer whatever
        // comes, and would go on for ever; a name server asking from port 53 is legitimate.
        if (sourcePort is 0 or < FirstUserPort and not DnsPort)
            return true;
        return !MayBeQuery(packet);
    }

    /// <summary>True for a message with a whole header that is not a response.</summary>
    // Without a header there is no ID to answer with; and a response is never answered.
    public static bool MayBeQuery(ReadOnlySpan<byte> packet) =>
        packet.Length >= MessageHeader.Length && (packet[2] & 0x80) == 0;
}
