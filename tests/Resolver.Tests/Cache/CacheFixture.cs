using Dns;
using Dnssec;
using Resolver.Cache;
using Resolver.Ports;

namespace Resolver.Tests.Cache;

/// <summary>A cache, a clock that stands still until told, and short words for storing and asking.</summary>
public sealed class CacheFixture
{
    private static readonly ServerAddress Server = new(HostAddress.Parse("192.0.2.53"), 53);

    public CacheFixture(CacheOptions? options = null, ulong seed = 1) =>
        Cache = new RRsetCache(options ?? new CacheOptions(), new TestEntropy(seed));

    public RRsetCache Cache { get; }

    public CacheArena Arena { get; } = new();

    public Moment Now { get; set; } = new(new Instant(5_000), UnixTime.FromSeconds(1_800_000_000));

    public static byte[] Name(string text) => DomainName.Parse(text).Wire.ToArray();

    public static RRset Set(string owner, uint ttl, RecordType type, params byte[][] rdata)
    {
        var builder = new RRsetBuilder(DomainName.Parse(owner), type);
        foreach (var octets in rdata)
            builder.Add(octets, new Ttl(ttl));
        return builder.Build();
    }

    public static RRset Address(string owner, uint ttl, byte last = 1) =>
        Set(owner, ttl, RecordType.A, [192, 0, 2, last]);

    public static RRset Alias(string owner, uint ttl, string target, RecordType type = RecordType.Cname) =>
        Set(owner, ttl, type, Name(target));

    public static RRset Soa(string zone, uint ttl, uint minimum) => Set(
        zone,
        ttl,
        RecordType.Soa,
        [.. Name("ns." + zone), .. Name("mail." + zone), .. new byte[16], 0, 0, (byte)(minimum >> 8), (byte)minimum]);

    public static ScrubbedRRset Scrubbed(
        RRset set,
        Credibility credibility = Credibility.AuthoritativeAnswer,
        SecurityStatus security = SecurityStatus.Insecure) =>
        new() { Set = set, Credibility = credibility, Security = security, Origin = Server };

    public static ScrubbedDenial Denial(
        DenialKind kind,
        uint ttl = 60,
        Credibility credibility = Credibility.AuthoritativeAnswer,
        SecurityStatus security = SecurityStatus.Insecure) => new()
        {
            Kind = kind,
            Soa = Soa("example.", ttl, ttl),
            Lifetime = new Ttl(ttl),
            Credibility = credibility,
            Security = security,
            Origin = Server,
        };

    public void Pass(double seconds)
    {
        var milliseconds = (long)Math.Round(seconds * 1000);
        Now = new(Now.Monotonic.PlusMilliseconds(milliseconds), new(Now.Wall.Milliseconds + milliseconds));
    }

    public StoreResult Store(RRset set) => Store(Scrubbed(set));

    public StoreResult Store(ScrubbedRRset set) => Cache.Store(set, Now);

    public StoreResult Deny(string name, RecordType type, ScrubbedDenial denial) =>
        Cache.StoreDenial(Name(name), type, denial, Now);

    public CacheHit? Find(string name, RecordType type) => Find(name, type, Acceptance.Stale);

    public CacheHit? Find(string name, RecordType type, Acceptance acceptance)
    {
        Arena.Reset();
        return Cache.TryFind(Name(name), type, acceptance, Now, Arena, out var hit) ? hit : null;
    }

    /// <summary>The walk as one line: links in order with what is left of each, then where it ended.</summary>
    public string Walk(string question, RecordType type, Acceptance? acceptance = null)
    {
        Arena.Reset();
        var chain = new AliasChain();
        chain.Restart(Name(question));
        var end = Cache.Walk(chain, type, acceptance ?? Acceptance.Fresh, Now, Arena, out var hit);
        var line = "";
        foreach (ref readonly var link in chain.Links)
        {
            line += $"{Dns.Text.NameText.Write(link.Cname.Owner)} {link.Source.Remaining} "
                + $"{TypeName(link.Source.Set)} | ";
        }

        return line + end switch
        {
            WalkResult.Answered when hit.IsData =>
                $"{hit.Data.Set.OwnerName} {hit.Data.Remaining} {TypeName(hit.Data.Set)}",
            WalkResult.Answered => $"{hit.Denial.Kind} {hit.Denial.Remaining}",
            _ => $"{end} at {chain.TailName}",
        };
    }

    private static string TypeName(RRset set) => set.Type.ToString().ToUpperInvariant();
}
