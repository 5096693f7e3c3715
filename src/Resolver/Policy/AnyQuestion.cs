using Dns;

namespace Resolver.Policy;

/// <summary>How ANY is answered: by one RRset, the first of these types that is there (RFC 8482 §4.1).</summary>
public static class AnyQuestion
{
    /// <summary>The types tried, in turn. ANY itself is never asked of a server.</summary>
    public static ReadOnlySpan<RecordType> Candidates =>
        [RecordType.A, RecordType.Aaaa, RecordType.Mx, RecordType.Txt, RecordType.Ns];
}
