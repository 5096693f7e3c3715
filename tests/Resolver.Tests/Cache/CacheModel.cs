using Dns;
using Resolver.Cache;

namespace Resolver.Tests.Cache;

/// <summary>
/// The cache's rules in their plainest form: a list of facts, searched from end to end. All facts are of one rank
/// and secure; the types are A, CNAME and DNAME.
/// </summary>
public sealed class CacheModel
{
    private const long MaxStaleMs = 86_400_000;

    private readonly List<Fact> _facts = [];

    private long _now;

    public void Pass(long milliseconds) => _now += milliseconds;

    public void Store(string name, RecordType type, uint ttl, string target = "")
    {
        _facts.RemoveAll(fact => fact.Name == name && (fact.Type == type || IsEnded(fact, type)));
        _facts.Add(new(name, type, target, "", ttl, _now));
    }

    public void Deny(string name, DenialKind kind, uint ttl)
    {
        if (kind == DenialKind.NoData)
            _facts.RemoveAll(fact => fact.Name == name
                && (fact.Type is RecordType.A or RecordType.Cname || fact.Denial == "NxDomain"));
        else
            _facts.RemoveAll(fact => fact.Name == name);
        var type = kind == DenialKind.NoData ? RecordType.A : RecordType.Dname;
        _facts.Add(new(name, type, "", kind.ToString(), ttl, _now));
    }

    /// <summary>The walk as the fixture writes it.</summary>
    public string Walk(string question, Freshness worst)
    {
        var line = "";
        var passed = new List<string> { question };
        while (true)
        {
            var tail = passed[^1];
            var fact = Next(tail, Freshness.Fresh) ?? (worst == Freshness.Fresh ? null : Next(tail, worst));
            if (fact is null)
                return line + "Open at " + tail;
            if (!fact.IsData)
                return line + $"{fact.Denial} {Shown(fact)}";
            if (fact.Type == RecordType.A)
                return line + $"{fact.Name} {Shown(fact)} A";
            var target = fact.Type == RecordType.Cname ? fact.Target : tail[..^fact.Name.Length] + fact.Target;
            if (passed.Contains(target))
                return line + "Loop at " + tail;
            if (passed.Count > AliasChain.MaxLength)
                return line + "TooLong at " + tail;
            line += $"{tail} {Shown(fact)} {fact.Type.ToString().ToUpperInvariant()} | ";
            passed.Add(target);
        }
    }

    private bool IsEnded(Fact fact, RecordType newcomer)
    {
        if (fact.Denial == "NxDomain")
            return true;
        return newcomer == RecordType.Cname
            ? !fact.IsData || FreshnessOf(fact) != Freshness.Fresh
            : fact.Type == RecordType.Cname;
    }

    private Fact? Next(string tail, Freshness worst)
    {
        var own = Find(tail, RecordType.A, worst);
        var alias = Find(tail, RecordType.Cname, worst);
        var denial = Find(tail, RecordType.Dname, worst) is { IsData: false } found ? found : null;
        if (worst == Freshness.Fresh && (own ?? alias ?? denial) is { } first)
            return first;
        // Of what is stale the latest counts; what came at one time counts in the order above.
        Fact?[] candidates = [own, denial, alias];
        if (candidates.OfType<Fact>().MaxBy(fact => fact.StoredAt) is { } latest)
            return latest;
        for (var dot = tail.IndexOf('.'); dot >= 0 && dot + 1 < tail.Length; dot = tail.IndexOf('.', dot + 1))
        {
            if (Find(tail[(dot + 1)..], RecordType.Dname, worst) is { } above
                && (above.IsData || FreshnessOf(above) == Freshness.Fresh))
                return above;
        }
        return null;
    }

    private Fact? Find(string name, RecordType type, Freshness worst) =>
        _facts.Find(fact => fact.Name == name && fact.Type == type && FreshnessOf(fact) <= worst);

    private Freshness FreshnessOf(Fact fact)
    {
        var age = _now - fact.StoredAt - Math.Max(1000, fact.Ttl * 1000L);
        return age < 0 ? Freshness.Fresh : age < MaxStaleMs ? Freshness.Stale : Freshness.Expired;
    }

    private long Shown(Fact fact) => FreshnessOf(fact) == Freshness.Fresh
        ? Math.Min(fact.Ttl, (fact.StoredAt + Math.Max(1000, fact.Ttl * 1000L) - _now + 999) / 1000)
        : 30;

    private sealed record Fact(string Name, RecordType Type, string Target, string Denial, uint Ttl, long StoredAt)
    {
        public bool IsData => Denial.Length == 0;
    }
}
