using Dnssec.Algorithms;

namespace Dnssec.Signatures;

/// <summary>One DNSKEY record of a <see cref="ZoneKeys"/>, as far as it matters for finding the right one.</summary>
/// <param name="Tag">Its key tag (RFC 4034 appendix B).</param>
/// <param name="Algorithm">Its algorithm.</param>
/// <param name="Obstacle">Why it must not be used, or <see cref="ValidationReason.None"/>.</param>
/// <param name="Rdata">The whole RDATA.</param>
internal readonly record struct ZoneKey(
    ushort Tag, SecurityAlgorithm Algorithm, ValidationReason Obstacle, ReadOnlyMemory<byte> Rdata);
