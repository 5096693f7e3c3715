using Dns;
using Dns.Wire;
using Simulation.Messages;

namespace Simulation.Rpl;

/// <summary>One message as a scenario writes it down: words for the header and sections of records.</summary>
public sealed class Template
{
    private static readonly Dictionary<string, ushort> FlagWords = new()
    {
        ["QR"] = MessageHeader.ResponseBit,
        ["AA"] = MessageHeader.AuthoritativeBit,
        ["TC"] = MessageHeader.TruncatedBit,
        ["RD"] = MessageHeader.RecursionDesiredBit,
        ["RA"] = MessageHeader.RecursionAvailableBit,
        ["AD"] = MessageHeader.AuthenticDataBit,
        ["CD"] = MessageHeader.CheckingDisabledBit,
    };

    private static readonly Dictionary<string, int> OpcodeWords = new()
    {
        ["QUERY"] = 0,
        ["IQUERY"] = 1,
        ["STATUS"] = 2,
        ["NOTIFY"] = 4,
        ["UPDATE"] = 5,
    };

    private static readonly Dictionary<string, int> CodeWords = new()
    {
        ["NOERROR"] = 0,
        ["FORMERR"] = 1,
        ["SERVFAIL"] = 2,
        ["NXDOMAIN"] = 3,
        ["NOTIMP"] = 4,
        ["NOTIMPL"] = 4,
        ["REFUSED"] = 5,
        ["YXDOMAIN"] = 6,
        ["YXRRSET"] = 7,
        ["NXRRSET"] = 8,
        ["NOTAUTH"] = 9,
        ["NOTZONE"] = 10,
        ["BADVERS"] = 16,
        ["BADCOOKIE"] = 23,
    };

    /// <summary>The words of REPLY lines, in upper case.</summary>
    public List<string> Words { get; } = [];

    /// <summary>The question section.</summary>
    public List<WireQuestion> Questions { get; } = [];

    /// <summary>Answer, authority, additional.</summary>
    public IReadOnlyList<List<WireRecord>> Sections { get; } = [[], [], []];

    /// <summary>The whole message in octets, where it is given so.</summary>
    public byte[]? HexAnswer { get; set; }

    /// <summary>EDNS options in octets, where they are given so.</summary>
    public byte[]? EdnsData { get; set; }

    /// <summary>The answer section.</summary>
    public List<WireRecord> Answer => Sections[0];

    /// <summary>The authority section.</summary>
    public List<WireRecord> Authority => Sections[1];

    /// <summary>The additional section.</summary>
    public List<WireRecord> Additional => Sections[2];

    /// <summary>Header flags that the words set.</summary>
    public ushort Flags =>
        Words.Aggregate((ushort)0, (flags, word) => (ushort)(flags | FlagWords.GetValueOrDefault(word)));

    /// <summary>The opcode that the words set.</summary>
    public int Opcode => Words.Where(OpcodeWords.ContainsKey).Select(word => OpcodeWords[word]).FirstOrDefault();

    /// <summary>The response code that the words set.</summary>
    public int Code => Words.Where(CodeWords.ContainsKey).Select(word => CodeWords[word]).LastOrDefault();

    /// <summary>True with the word DO.</summary>
    public bool IsDnssecOk => Words.Contains("DO");

    /// <summary>The first question; null without one.</summary>
    public WireQuestion? Question => Questions.Count > 0 ? Questions[0] : null;

    /// <summary>All records.</summary>
    public IEnumerable<WireRecord> Records => Sections.SelectMany(section => section);

    /// <summary>True if some record of the sections has the type.</summary>
    public static bool Has(IEnumerable<WireRecord> section, RecordType type) =>
        section.Any(record => record.Type == type);
}
