using Dns;
using Dns.Edns;

namespace Resolver.Cache;

/// <summary>
/// When stale data may go out, and what is said about it. Pure: it decides from what was found alone.
/// </summary>
public sealed class StalePolicy
{
    private readonly CacheOptions _options;

    /// <summary>Makes the policy of a cache.</summary>
    public StalePolicy(CacheOptions options) => _options = options;

    /// <summary>
    /// True if an answer with these stale parts may go out at once, while it is fetched anew behind the client's
    /// back: all of them have only just run out, and the name is popular, so that most clients never wait.
    /// </summary>
    public bool MayRevalidateBehind(AliasChain chain, in CacheHit hit)
    {
        if (!hit.IsPopular || !IsWithinWindow(hit.Freshness, hit.StaleFor))
            return false;
        foreach (ref readonly var link in chain.Links)
        {
            if (!IsWithinWindow(link.Source.Freshness, link.Source.StaleFor))
                return false;
        }
        return true;
    }

    /// <summary>The extended error that goes along with an answer; null if every part of it is fresh.</summary>
    // RFC 8914 §4.4, §4.20: 3 for stale answers, 19 if the stale answer is that the name does not exist.
    public static ExtendedErrorCode? ErrorOf(AliasChain chain, in CacheHit hit)
    {
        var isDenied = !hit.IsData && hit.Denial.Kind == DenialKind.NxDomain;
        if (hit.Freshness != Freshness.Fresh)
            return isDenied ? ExtendedErrorCode.StaleNxDomainAnswer : ExtendedErrorCode.StaleAnswer;
        return chain.HasStaleLink ? ExtendedErrorCode.StaleAnswer : null;
    }

    private bool IsWithinWindow(Freshness freshness, Ttl staleFor) => freshness == Freshness.Fresh
        || (staleFor <= _options.RevalidateWindow && _options.RevalidateWindow != Ttl.Zero);
}
