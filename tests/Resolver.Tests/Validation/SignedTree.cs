using Dns;
using Dnssec;
using Dnssec.Algorithms;
using Dnssec.Trust;
using Resolver.Answers;
using Resolver.Cache;
using Resolver.Ports;
using Resolver.Validation;
using Signing;
using Xunit;

namespace Resolver.Tests.Validation;

/// <summary>
/// A few zones below a signed root, the keys fetched from them through the validator under test, as the recursion
/// does it.
/// </summary>
internal sealed class SignedTree : IKeySource, IDisposable
{
    private readonly Dictionary<DomainName, SignedZone> _zones = [];
    private readonly StillClock _clock = new(SignatureWindow.Noon);
    private readonly ChainValidator _validator;

    public SignedTree(ZoneSigner root, Func<ValidationOptions, ValidationOptions>? change, params SignedZone[] zones)
    {
        foreach (var zone in zones)
            _zones[zone.Apex] = zone;
        var anchor = new TrustAnchor(DomainName.Root, default, _zones[DomainName.Root].Dnskeys);
        var options = new ValidationOptions { Anchors = new TrustAnchorSet([anchor]) };
        _validator = new(change?.Invoke(options) ?? options, _clock);
        Assert.NotEmpty(root.Keys);
    }

    public WorkLimit Work { get; } = new(WorkAllowance.Default);

    public List<string> Fetched { get; } = [];

    /// <summary>Replaces a set of a zone on its way to the validator.</summary>
    public Func<RRset, RRset> Tamper { get; set; } = set => set;

    public static DomainName Name(string text) => DomainName.Parse(text);

    public static ZoneRecord Soa(string zone) => new(zone, RecordType.Soa, Rdata.Soa(1));

    public static ZoneRecord Ns(string zone) => new(zone, RecordType.Ns, Rdata.Name("ns.invalid."));

    public static ZoneRecord A(string owner) => new(owner, RecordType.A, Rdata.Address("192.0.2.1"));

    public static ZoneRecord Ds(string zone, ZoneSigner child) =>
        new(zone, RecordType.Ds, child.Keys[0].Ds(Name(zone), DigestType.Sha256));

    public PartVerdict Validate(string name, RecordType type) => Validate(Answer(Name(name), type));

    public PartVerdict Validate(UnvalidatedResponse response) =>
        ValidateAsync(response).AsTask().GetAwaiter().GetResult().End;

    public ValueTask<Verdict> ValidateAsync(UnvalidatedResponse response) =>
        _validator.ValidateAsync(response, this, CancellationToken.None);

    public async ValueTask<Outcome> FetchAsync(DomainName name, RecordType type, CancellationToken cancellationToken)
    {
        Fetched.Add($"{name} {type}");
        var response = Answer(name, type);
        var verdict = (await _validator.ValidateAsync(response, this, cancellationToken)).End;
        if (verdict.Status == SecurityStatus.Bogus)
            return Outcome.Failed(FailureReason.Bogus, verdict.Error!.Value);
        return response.End == ResponseEnd.Data
            ? Outcome.Of(new CachedRRset
            {
                Set = response.Data,
                Remaining = response.Data.Ttl,
                Security = verdict.Status,
                Credibility = Credibility.AuthoritativeAnswer,
            })
            : Outcome.Of(new CachedDenial
            {
                Kind = response.End == ResponseEnd.NoData ? DenialKind.NoData : DenialKind.NxDomain,
                Soa = response.Soa,
                Proofs = verdict.Proofs,
                Remaining = new Ttl(60),
                Security = verdict.Status,
                Credibility = Credibility.AuthoritativeAnswer,
            });
    }

    /// <summary>What the authority for a name would say, DS on the parent's side.</summary>
    public UnvalidatedResponse Answer(DomainName name, RecordType type)
    {
        var zone = Closest(type == RecordType.Ds && !name.IsRoot ? name.Parent : name);
        var data = zone[name, type];
        var exists = zone.Sets.Any(set => set.OwnerName.IsAtOrBelow(name));
        return new()
        {
            Name = name,
            Type = type,
            Zone = zone.Apex,
            Links = [],
            Tail = name,
            End = !data.IsNone ? ResponseEnd.Data : exists ? ResponseEnd.NoData : ResponseEnd.NxDomain,
            Data = data.IsNone ? data : Tamper(data),
            Soa = Tamper(zone[zone.Apex, RecordType.Soa]),
            Proofs = [.. zone.DenialSets.Select(Tamper)],
        };
    }

    public void Dispose() => _validator.Dispose();

    private SignedZone Closest(DomainName name)
    {
        while (!_zones.ContainsKey(name))
            name = name.Parent;
        return _zones[name];
    }

    private sealed class StillClock(UnixTime now) : Clock
    {
        public override Moment Now => new(new Instant(0), now);
    }
}
