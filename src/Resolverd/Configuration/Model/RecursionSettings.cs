using Resolver.Ports;
using Resolverd.Configuration.Reading;
using Resolverd.Configuration.Values;

namespace Resolverd.Configuration.Model;

/// <summary>How authoritative servers are asked.</summary>
internal sealed record RecursionSettings
{
    private const int MaxNetworks = 10_000;
    private const int MaxSources = 1024;

    /// <summary>A file of root hints; nothing: the built-in ones.</summary>
    public required string? RootHintsFile { get; init; }

    /// <summary>Whether servers are asked over IPv4.</summary>
    public required bool IPv4 { get; init; }

    /// <summary>Whether servers are asked over IPv6.</summary>
    public required bool IPv6 { get; init; }

    /// <summary>The port servers are asked on.</summary>
    public required int OutgoingPort { get; init; }

    /// <summary>Source addresses for IPv4; none: the system's choice.</summary>
    public required ValueList<HostAddress> OutgoingIPv4 { get; init; }

    /// <summary>Source addresses for IPv6; none: the system's choice.</summary>
    public required ValueList<HostAddress> OutgoingIPv6 { get; init; }

    /// <summary>Networks never asked on behalf of public names.</summary>
    public required ValueList<HostNetwork> DoNotQuery { get; init; }

    /// <summary>How much of a name servers see.</summary>
    public required QnameMinimisation QnameMinimisation { get; init; }

    /// <summary>Whether the case of letters is randomised.</summary>
    public required bool CaseRandomisation { get; init; }

    /// <summary>The UDP size told to servers, in bytes.</summary>
    public required int EdnsUdpSize { get; init; }

    /// <summary>Whether cookies are sent to servers.</summary>
    public required bool Cookies { get; init; }

    /// <summary>Whether servers are asked over TCP alone.</summary>
    public required bool TcpOnly { get; init; }

    /// <summary>Whether glue outside the delegation is ignored.</summary>
    public required bool StrictGlue { get; init; }

    /// <summary>Whether addresses of servers are looked up beyond need.</summary>
    public required bool FetchExtraAddresses { get; init; }

    /// <summary>The work one client query may cause.</summary>
    public required BudgetSettings Budget { get; init; }

    /// <summary>How long things may take.</summary>
    public required TimeoutSettings Timeouts { get; init; }

    /// <summary>How many things may go on at once.</summary>
    public required ConcurrencySettings Concurrency { get; init; }

    /// <summary>Connections to servers.</summary>
    public required UpstreamTcpSettings Tcp { get; init; }

    /// <summary>Declares the keys and reads them.</summary>
    public static RecursionSettings Read(SectionReader r) => new()
    {
        RootHintsFile = r.Value("root-hints-file", Kinds.Optional(Kinds.ReadableFile), null,
            "Names and addresses of root servers in zone-file format. Without it the built-in ones are used."),
        IPv4 = r.Value("ipv4", Kinds.Boolean, true, "Ask servers over IPv4.", KeyChange.AtRestart),
        IPv6 = r.Value("ipv6", Kinds.Boolean, true, "Ask servers over IPv6.", KeyChange.AtRestart),
        OutgoingPort = r.Value("outgoing-port", Kinds.Integer(1, 65535), 53,
            "The port on which authoritative servers are asked. Anything but 53 is for laboratories."),
        OutgoingIPv4 = r.Value("outgoing-ipv4", Kinds.ListOf(Kinds.IPv4Address, MaxSources), [],
            "Source addresses to ask from, one picked at random per query. Without any the system chooses.",
            KeyChange.AtRestart),
        OutgoingIPv6 = r.Value("outgoing-ipv6", Kinds.ListOf(Kinds.IPv6Address, MaxSources), [],
            "Source addresses to ask from, one picked at random per query. Without any the system chooses.",
            KeyChange.AtRestart),
        DoNotQuery = r.Value("do-not-query", Kinds.ListOf(Kinds.Network, MaxNetworks), SpecialPurpose,
            "Networks that are never asked because a zone points there. Addresses that the operator gives (root hints, "
            + "forward and stub zones) are exempt."),
        QnameMinimisation = r.Value("qname-minimisation",
            Kinds.Choice<QnameMinimisation>(), QnameMinimisation.Relaxed,
            "How much of a name servers see (RFC 9156): all of it (`off`); what they need, with the full name where "
            + "a server answers wrongly (`relaxed`); or never more than they need (`strict`)."),
        CaseRandomisation = r.Value("case-randomisation", Kinds.Boolean, true,
            "Randomise the case of letters in queries so that forged answers do not match; servers that change the "
            + "case are learnt and exempted."),
        EdnsUdpSize = r.Planned("edns-udp-size", Kinds.Integer(512, 4096, "bytes"), 1232,
            "The UDP answer size told to servers. Above 1232 answers may be fragmented (RFC 9715)."),
        Cookies = r.Planned("cookies", Kinds.Boolean, true, "Send DNS cookies to servers (RFC 7873)."),
        TcpOnly = r.Value("tcp-only", Kinds.Boolean, false, "Ask servers over TCP alone."),
        StrictGlue = r.Value("strict-glue", Kinds.Boolean, true,
            "Use an address in a referral only if its name lies in the zone that the referring server speaks for."),
        FetchExtraAddresses = r.Value("fetch-extra-addresses", Kinds.Boolean, true,
            "Look up addresses of servers beyond the ones needed now, within the budget, to choose better later."),
        Budget = r.Section("budget", "The work one client query may cause, all look-ups on its behalf counted.",
            BudgetSettings.Read),
        Timeouts = r.Section("timeouts", "How long servers and clients are waited for.", TimeoutSettings.Read),
        Concurrency = r.Section("concurrency", "How much may go on at once.", ConcurrencySettings.Read,
            KeyChange.AtRestart),
        Tcp = r.Section("tcp", "Connections to servers.", UpstreamTcpSettings.Read),
    };

    // RFC 6890 §2.2.2, §2.2.3: special-purpose addresses that no public name can lead to a server at.
    private static ValueList<HostNetwork> SpecialPurpose { get; } = Kinds.Parsed(Kinds.Network,
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
        "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
        "::/127", "100::/64", "2001:db8::/32", "fc00::/7", "fe80::/10", "ff00::/8");
}
