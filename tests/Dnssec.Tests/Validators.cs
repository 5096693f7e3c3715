using Dns;
using Dnssec.Algorithms;
using Dnssec.Signatures;
using Dnssec.Trust;

namespace Dnssec.Tests;

/// <summary>Validators as tests want them: everything allowed that RFCs allow, and plenty of work.</summary>
internal static class Validators
{
    public static AlgorithmSet AllAlgorithms { get; } = AlgorithmSet.Default.WithSha1Signatures().WithSha1Digests();

    public static SignatureVerifier Verifier(AlgorithmSet? algorithms = null) =>
        new(algorithms ?? AlgorithmSet.Default, new KeyCache(64, KeyLimits.Rfc5702));

    public static KeySetValidator KeySets(AlgorithmSet? algorithms = null, KeyLimits? limits = null)
    {
        var cache = new KeyCache(64, limits ?? KeyLimits.Default);
        return new(new SignatureVerifier(algorithms ?? AlgorithmSet.Default, cache), cache);
    }

    public static WorkLimit Work() => new(WorkAllowance.Default);

    public static SignatureResult Verify(RRset set, RRset dnskeys, UnixTime now) =>
        Verifier(AllAlgorithms).Verify(set, ZoneKeys.FromValidated(dnskeys), now, Work());
}
