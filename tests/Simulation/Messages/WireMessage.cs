using Dns;
using Dns.Edns;
using Dns.Wire;

namespace Simulation.Messages;

/// <summary>A whole message as objects, for servers and judges of the simulation. Slow and plain on purpose.</summary>
public sealed class WireMessage
{
    /// <summary>The message ID.</summary>
    public ushort Id { get; set; }

    /// <summary>The second 16 bits of the header, with the low four bits of the response code.</summary>
    public ushort Flags { get; set; }

    /// <summary>The questions.</summary>
    public List<WireQuestion> Questions { get; } = [];

    /// <summary>The answer section.</summary>
    public List<WireRecord> Answers { get; } = [];

    /// <summary>The authority section.</summary>
    public List<WireRecord> Authority { get; } = [];

    /// <summary>The additional section without OPT.</summary>
    public List<WireRecord> Additional { get; } = [];

    /// <summary>The fixed part of OPT; null without EDNS.</summary>
    public EdnsHeader? Edns { get; set; }

    /// <summary>RDATA of OPT.</summary>
    public byte[] EdnsOptions { get; set; } = [];

    /// <summary>True for a response.</summary>
    public bool IsResponse => (Flags & MessageHeader.ResponseBit) != 0;

    /// <summary>True with TC set.</summary>
    public bool IsTruncated => (Flags & MessageHeader.TruncatedBit) != 0;

    /// <summary>True if the sender takes DNSSEC records.</summary>
    public bool IsDnssecOk => Edns is { IsDnssecOk: true };

    /// <summary>The kind of message.</summary>
    public int Opcode => (Flags >> 11) & 15;

    /// <summary>The whole response code.</summary>
    public ResponseCode ResponseCode
    {
        get => (ResponseCode)((Flags & 15) | ((Edns?.ExtendedRcode ?? 0) << 4));
        set => Flags = (ushort)((Flags & ~15) | ((int)value & 15));
    }

    /// <summary>The first question; null without one.</summary>
    public WireQuestion? Question => Questions.Count > 0 ? Questions[0] : null;

    /// <summary>INFO-CODEs of extended errors, in order (RFC 8914 §2).</summary>
    public IReadOnlyList<int> ExtendedErrors
    {
        get
        {
            List<int> codes = [];
            foreach (var (code, content) in Options())
            {
                if (code == EdnsOptionCode.ExtendedError && content.Length >= 2)
                    codes.Add((content[0] << 8) | content[1]);
            }
            return codes;
        }
    }

    /// <summary>Reads a message; null if it is malformed.</summary>
    public static WireMessage? TryParse(ReadOnlySpan<byte> octets) => new PacketReader(octets.ToArray()).Read();

    /// <summary>EDNS options, those that are cut left out.</summary>
    public IEnumerable<(EdnsOptionCode Code, byte[] Content)> Options()
    {
        for (var at = 0; at + 4 <= EdnsOptions.Length;)
        {
            var length = (EdnsOptions[at + 2] << 8) | EdnsOptions[at + 3];
            if (at + 4 + length > EdnsOptions.Length)
                yield break;
            yield return ((EdnsOptionCode)((EdnsOptions[at] << 8) | EdnsOptions[at + 1]),
                EdnsOptions[(at + 4)..(at + 4 + length)]);
            at += 4 + length;
        }
    }

    /// <summary>The wire form, names compressed.</summary>
    public byte[] ToWire() => new PacketWriter().Write(this);

    /// <summary>
    /// The answer as one line: owners and RDATA in order, " | " between; the rcode where nothing answers.
    /// </summary>
    public string ToLine() => new AnswerLine(this).ToString();

    /// <summary>The whole message for a person.</summary>
    public override string ToString()
    {
        var lines = new List<string> { $"id {Id} flags {Flags:x4} {ResponseCode} question {Question}" };
        lines.AddRange(Answers.Select(record => "answer     " + record));
        lines.AddRange(Authority.Select(record => "authority  " + record));
        lines.AddRange(Additional.Select(record => "additional " + record));
        if (Edns is { } edns)
            lines.Add($"edns {edns.PayloadSize} do={edns.IsDnssecOk} ede=[{string.Join(',', ExtendedErrors)}]");
        return string.Join('\n', lines);
    }
}
