using Dns;

namespace Dnssec.Trust;

/// <summary>A key of a trust point with its state.</summary>
/// <param name="Dnskey">Its DNSKEY RDATA, as it was when it was not revoked.</param>
/// <param name="State">Where it is on its way.</param>
/// <param name="Since">When it came into that state.</param>
public sealed record TrackedKey(ReadOnlyMemory<byte> Dnskey, AnchorState State, UnixTime Since)
{
    /// <summary>True if the key is trusted.</summary>
    public bool IsTrusted => State is AnchorState.Valid or AnchorState.Missing;

    /// <summary>True if the RDATA has the same algorithm and key, whatever its flags.</summary>
    public bool IsSameKey(ReadOnlySpan<byte> dnskey) =>
        dnskey.Length > 3 && Dnskey.Span[3..].SequenceEqual(dnskey[3..]);

    /// <summary>The key in another state from now on; itself if it is in that state already.</summary>
    internal TrackedKey Enter(AnchorState state, UnixTime now) =>
        State == state ? this : this with { State = state, Since = now };
}
