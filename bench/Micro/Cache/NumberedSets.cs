using System.Globalization;
using Dns;
using Dnssec;
using Resolver.Cache;
using Resolver.Ports;

namespace Micro.Cache;

/// <summary>Names and sets that follow from a number, as many as wanted.</summary>
public static class NumberedSets
{
    /// <summary>A time that stands still.</summary>
    public static readonly Moment Now = new(new Instant(1_000_000), UnixTime.FromSeconds(1_800_000_000));

    private static readonly ServerAddress Server = new(HostAddress.Parse("192.0.2.53"), 53);

    /// <summary>Writes "h" and the number below "bench.example" and returns the octets.</summary>
    public static ReadOnlySpan<byte> Name(long number, Span<byte> wire, char label = 'h')
    {
        Span<byte> digits = stackalloc byte[20];
        number.TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture);
        wire[0] = (byte)(length + 1);
        wire[1] = (byte)label;
        digits[..length].CopyTo(wire[2..]);
        "\u0005bench\u0007example\0"u8.CopyTo(wire[(2 + length)..]);
        return wire[..(2 + length + 15)];
    }

    /// <summary>One address, unsigned.</summary>
    public static ScrubbedRRset Address(long number) => Scrubbed(Builder(number).Build(), SecurityStatus.Insecure);

    /// <summary>One address with an ECDSA P-256 signature: 91 octets of RRSIG.</summary>
    public static ScrubbedRRset SignedAddress(long number) =>
        Scrubbed(Builder(number).AddSignature(new byte[91], new Ttl(3600)).Build(), SecurityStatus.Secure);

    /// <summary>The denial of a name.</summary>
    public static ScrubbedDenial NxDomain { get; } = Denial(DenialKind.NxDomain);

    /// <summary>The denial of a type, for small entries that are not denials of names.</summary>
    public static ScrubbedDenial NoData { get; } = Denial(DenialKind.NoData);

    private static ScrubbedDenial Denial(DenialKind kind) => new()
    {
        Kind = kind,
        Soa = default,
        Lifetime = new Ttl(3600),
        Credibility = Credibility.AuthoritativeAnswer,
        Security = SecurityStatus.Insecure,
        Origin = Server,
    };

    private static RRsetBuilder Builder(long number)
    {
        Span<byte> wire = stackalloc byte[WireName.MaxLength];
        return new RRsetBuilder(DomainName.FromWire(Name(number, wire)), RecordType.A)
            .Add([192, 0, 2, (byte)number], new Ttl(3600));
    }

    private static ScrubbedRRset Scrubbed(RRset set, SecurityStatus security) => new()
    {
        Set = set,
        Credibility = Credibility.AuthoritativeAnswer,
        Security = security,
        Origin = Server,
    };
}
