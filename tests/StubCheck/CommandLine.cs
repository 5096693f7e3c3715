using System.Globalization;
using System.Net;
using StubCheck.Canned;
using StubCheck.Wire;

namespace StubCheck;

/// <summary>What the tool was asked to do.</summary>
internal sealed record CommandLine
{
    /// <summary>How to call the tool.</summary>
    public const string Usage = """
        resolverd-stubcheck SERVER[:PORT] NAME... [--types A,AAAA] [--patience MS] [--json] [--with FILE]
            asks the server for the names in every way and says which clients would break; exit code 1 if any would.
            --with FILE joins the JSON of clients/run, the script that drives this machine's real clients.
        resolverd-stubcheck --responder ADDRESS:PORT [--fault FAULT]
            answers chain3.ANY, nodata1.ANY, noname1.ANY, dname.ANY and many40.ANY, well or with a fault.
        resolverd-stubcheck --misorder-responder ADDRESS:PORT
            the same with the addresses before the aliases, as on 8 January 2026.
        resolverd-stubcheck --self-test
            shows that good replies pass and that every fault is found.
        resolverd-stubcheck --checks | --faults
            lists them.
        """;

    private const int DnsPort = 53;

    private static readonly string[] Switches = ["--json", "--self-test", "--checks", "--faults"];

    private static readonly string[] Options =
        ["--types", "--patience", "--with", "--responder", "--misorder-responder", "--fault"];

    /// <summary>The switches given.</summary>
    public IReadOnlySet<string> Given { get; private init; } = new HashSet<string>();

    /// <summary>The server to examine or the address to answer at.</summary>
    public IPEndPoint? Address { get; private init; }

    /// <summary>The names to ask for.</summary>
    public IReadOnlyList<WireName> Names { get; private init; } = [];

    /// <summary>The types to ask for.</summary>
    public IReadOnlyList<ushort> Types { get; private init; } = [RecordTypes.A, RecordTypes.Aaaa];

    /// <summary>How long to wait for a reply.</summary>
    public TimeSpan Patience { get; private init; } = TimeSpan.FromSeconds(5);

    /// <summary>A report to join.</summary>
    public string? JoinedFile { get; private init; }

    /// <summary>The fault of the responder; null if the tool is not to respond.</summary>
    public Fault? Responds { get; private init; }

    /// <summary>Reads the arguments; null where they make no sense.</summary>
    public static CommandLine? Parse(string[] arguments)
    {
        var switches = new HashSet<string>();
        var options = new Dictionary<string, string>();
        var words = new List<string>();
        for (var i = 0; i < arguments.Length; i++)
        {
            if (Switches.Contains(arguments[i]))
                switches.Add(arguments[i]);
            else if (Options.Contains(arguments[i]) && i + 1 < arguments.Length)
                options[arguments[i]] = arguments[++i];
            else if (!arguments[i].StartsWith('-'))
                words.Add(arguments[i]);
            else
                return null;
        }

        return FromParts(switches, options, words);
    }

    private static CommandLine? FromParts(
        HashSet<string> switches, Dictionary<string, string> options, List<string> words)
    {
        var types = options.GetValueOrDefault("--types", "A,AAAA").Split(',').Select(RecordTypes.Find).ToList();
        var names = words.Skip(1).Select(WireName.FromText).ToList();
        if (types.Contains(null) || names.Contains(null)
            || !Enum.TryParse<Fault>(options.GetValueOrDefault("--fault", "None"), ignoreCase: true, out var fault)
            || !int.TryParse(options.GetValueOrDefault("--patience", "5000"), CultureInfo.InvariantCulture, out var ms))
            return null;
        if (options.ContainsKey("--misorder-responder"))
            fault = Fault.DataBeforeAliases;
        var at = options.GetValueOrDefault("--responder") ?? options.GetValueOrDefault("--misorder-responder");
        var address = FindAddress(at ?? words.FirstOrDefault() ?? "");
        var isComplete = switches.Overlaps(["--self-test", "--checks", "--faults"])
            || (address is not null && (at is not null || names.Count > 0));

        return !isComplete ? null : new CommandLine
        {
            Given = switches,
            Address = address,
            Names = [.. names.OfType<WireName>()],
            Types = [.. types.OfType<ushort>()],
            Patience = TimeSpan.FromMilliseconds(ms),
            JoinedFile = options.GetValueOrDefault("--with"),
            Responds = at is null ? null : fault,
        };
    }

    // 192.0.2.1, 192.0.2.1:5353, ::1, [::1]:5353
    private static IPEndPoint? FindAddress(string text)
    {
        if (!IPEndPoint.TryParse(text, out var endPoint))
            return null;

        return endPoint.Port == 0 && !text.EndsWith(":0", StringComparison.Ordinal)
            ? new IPEndPoint(endPoint.Address, DnsPort)
            : endPoint;
    }
}
