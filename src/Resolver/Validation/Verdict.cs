using Dnssec;

namespace Resolver.Validation;

/// <summary>What validation found about a response, part by part.</summary>
/// <param name="Links">One for each link, in order.</param>
/// <param name="End">For the end; not looked at where the end is open.</param>
public sealed record Verdict(IReadOnlyList<PartVerdict> Links, PartVerdict End)
{
    /// <summary>The first part that is bogus; null if none is.</summary>
    public PartVerdict? FirstBogus
    {
        get
        {
            foreach (var link in Links)
            {
                if (link.Status == SecurityStatus.Bogus)
                    return link;
            }
            return End.Status == SecurityStatus.Bogus ? End : null;
        }
    }
}
