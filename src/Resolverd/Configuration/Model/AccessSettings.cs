using Resolver.Ports;
using Resolverd.Configuration.Reading;
using Resolverd.Configuration.Values;

namespace Resolverd.Configuration.Model;

/// <summary>Which clients may ask.</summary>
internal sealed record AccessSettings
{
    private const int MaxNetworks = 10_000;

    /// <summary>Networks that may ask.</summary>
    public required ValueList<HostNetwork> Allow { get; init; }

    /// <summary>Networks that may not, even if allowed.</summary>
    public required ValueList<HostNetwork> Deny { get; init; }

    /// <summary>What others get.</summary>
    public required DeniedClients DeniedClients { get; init; }

    /// <summary>Refusals sent per second and client network.</summary>
    public required int RefusalsPerSecond { get; init; }

    /// <summary>Queries of one client that may wait for an answer.</summary>
    public required int MaxWaitingPerClient { get; init; }

    /// <summary>Whether an open resolver is wanted.</summary>
    public required OpenResolver OpenResolver { get; init; }

    /// <summary>Declares the keys and reads them.</summary>
    public static AccessSettings Read(SectionReader r) => new()
    {
        Allow = r.Value("allow", Kinds.ListOf(Kinds.Network, MaxNetworks),
            Kinds.Parsed(Kinds.Network, "127.0.0.0/8", "::1/128"),
            "Networks whose clients may ask."),
        Deny = r.Planned("deny", Kinds.ListOf(Kinds.Network, MaxNetworks), [],
            "Networks whose clients may not ask, even if `allow` covers them."),
        DeniedClients = r.Planned("denied-clients", Kinds.Choice<DeniedClients>(), DeniedClients.Refuse,
            "What other clients get: REFUSED with extended error 18 (RFC 8914), or nothing."),
        RefusalsPerSecond = r.Planned("refusals-per-second", Kinds.Integer(0, 1_000_000, "per second"), 20,
            "REFUSED answers sent per second to one client network; above, nothing is sent."),
        MaxWaitingPerClient = r.Planned("max-waiting-per-client", Kinds.Integer(1, 1_000_000, "queries"), 1000,
            "Queries of one client address that may wait for recursion at a time; above, the oldest is given up."),
        OpenResolver = r.Value("open-resolver", Kinds.Choice<OpenResolver>(), OpenResolver.Refused,
            "A resolver that listens beyond loopback and admits much of the Internet is a weapon in the hands of "
            + "others (RFC 5358). It starts only if this key says `i-know-this-is-an-open-resolver`."),
    };
}
