using Dns;

namespace Dnssec.Tests;

internal static class RdataSequenceExtensions
{
    /// <summary>The first RDATA.</summary>
    public static ReadOnlySpan<byte> First(this RdataSequence sequence)
    {
        var items = sequence.GetEnumerator();
        return items.MoveNext() ? items.Current : default;
    }
}
