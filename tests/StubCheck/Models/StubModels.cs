using StubCheck.Asking;
using StubCheck.Wire;

namespace StubCheck.Models;

/// <summary>
/// The clients that are modelled. Where one client changed its ways, the old and the new are two models: both are out
/// there.
/// </summary>
internal static class StubModels
{
    // Source: musl's reply buffer and its address table.
    private const int MuslOldBuffer = 512;
    private const int MuslAddresses = 48;

    private const int ResolvedMaxLinks = 16;

    /// <summary>Every model, in the order of the report.</summary>
    public static readonly IReadOnlyList<StubModel> All =
    [
        new("glibc 2.31 one family", WithoutSignatures, HasTcp: true, Glibc),
        new("glibc 2.31 both families", AddressesWithoutSignatures, HasTcp: true, GlibcAnyOwner),
        new("glibc 2.36", WithoutSignatures, HasTcp: true, Glibc),
        new("bionic", WithoutSignatures, HasTcp: true, Bionic),
        new("musl 1.2.3", query => PlainAddresses(query) && IsUdp(query), HasTcp: false, OldMusl),
        new("musl 1.2.5", PlainAddresses, HasTcp: true, Musl),
        new("c-ares 1.25", WithoutSignatures, HasTcp: true, OldCares),
        new("c-ares 1.34", WithoutSignatures, HasTcp: true, Cares),
        new("systemd-resolved", _ => true, HasTcp: true, Resolved),
        new("Go", query => AddressesWithoutSignatures(query) && query.Mode.HasEdns, HasTcp: true, Go),
        new("Chromium", PlainAddresses, HasTcp: true, StrictModels.Chromium),
        new("HAProxy", query => AddressesWithoutSignatures(query) && IsUdp(query), HasTcp: false, StrictModels.HaProxy),
        new("nginx", PlainAddresses, HasTcp: true, StrictModels.Nginx),
        new("udns", query => Plain(query) && IsUdp(query), HasTcp: false, StrictModels.Udns),
        new("strictest switch", WithoutSignatures, HasTcp: true, StrictModels.Switch),
    ];

    private static bool WithoutSignatures(Query query) => !query.Mode.WantsSignatures;

    private static bool AddressesWithoutSignatures(Query query) => WithoutSignatures(query) && IsAddress(query.Type);

    private static bool Plain(Query query) => !query.Mode.HasEdns;

    private static bool PlainAddresses(Query query) => Plain(query) && IsAddress(query.Type);

    private static bool IsUdp(Query query) => query.Mode.Transport == Transport.Udp;

    private static bool IsAddress(ushort type) => type is RecordTypes.A or RecordTypes.Aaaa;

    private static Reading Glibc(Exchange exchange, Message reply) =>
        GlibcHeader(exchange, reply) ?? Walks.ExpectedName(exchange.Query, reply);

    // Up to 2.35, with AF_UNSPEC, owners were not looked at.
    private static Reading GlibcAnyOwner(Exchange exchange, Message reply) =>
        GlibcHeader(exchange, reply) ?? Walks.AnyOwner(reply, exchange.Query.Type);

    // ns_initparse wants the message to end where its last record ends.
    private static Reading? GlibcHeader(Exchange exchange, Message reply) =>
        reply.Faults.Contains(WireFault.TrailingOctets)
            ? new Reading.Failed("octets behind the last record")
            : Walks.Header(exchange, reply);

    private static Reading Bionic(Exchange exchange, Message reply)
    {
        if (!exchange.Query.Name.IsHostName())
            return new Reading.Beyond("asks for host names only");

        return GlibcHeader(exchange, reply) ?? Walks.ExpectedName(exchange.Query, reply, NamesNoHost);
    }

    private static bool NamesNoHost(Record record) =>
        !record.Owner.IsHostName() || (record.IsAlias && !record.Target.IsHostName());

    private static Reading OldMusl(Exchange exchange, Message reply)
    {
        var octets = exchange.Received!;
        var seen = octets.Length > MuslOldBuffer ? MessageParser.Parse(octets[..MuslOldBuffer])! : reply;

        return Musl(exchange, seen);
    }

    // It skips however many questions there are, and keeps what it read before a record that is cut.
    private static Reading Musl(Exchange exchange, Message reply)
    {
        if (!reply.IsResponse)
            return new Reading.Failed("not marked as a response");
        if (reply.Rcode is not (0 or 3))
            return new Reading.Failed($"response code {reply.Rcode}");
        if (reply.Rcode == 3)
            return new Reading.Nothing();
        if (reply.Answers.Count(record => record.Type == exchange.Query.Type) > MuslAddresses)
            return new Reading.Beyond($"takes {MuslAddresses} addresses");

        return Walks.AnyOwner(reply, exchange.Query.Type);
    }

    private static Reading OldCares(Exchange exchange, Message reply) =>
        Walks.Header(exchange, reply) ?? Walks.ExpectedName(exchange.Query, reply);

    private static Reading Cares(Exchange exchange, Message reply) =>
        reply.Faults.Contains(WireFault.PointerForward)
            ? new Reading.Failed("a pointer that leads forward")
            : Walks.Header(exchange, reply) ?? EitherFamily(exchange, reply);

    private static Reading Go(Exchange exchange, Message reply) =>
        Walks.Header(exchange, reply) ?? EitherFamily(exchange, reply);

    private static Reading EitherFamily(Exchange exchange, Message reply) =>
        IsAddress(exchange.Query.Type)
            ? Walks.AnyOwner(reply, RecordTypes.A, RecordTypes.Aaaa)
            : Walks.AnyOwner(reply, exchange.Query.Type);

    private static Reading Resolved(Exchange exchange, Message reply) =>
        Truth.Of(exchange.Query, reply).Links > ResolvedMaxLinks
            ? new Reading.Failed($"more than {ResolvedMaxLinks} aliases")
            : Walks.Header(exchange, reply) ?? Walks.AnyOrder(exchange.Query, reply);
}
