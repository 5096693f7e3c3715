using System.Globalization;
using System.Net;

namespace Resolver.Ports;

/// <summary>Where a server listens: an address and a port.</summary>
/// <param name="Host">The address.</param>
/// <param name="Port">The UDP or TCP port.</param>
public readonly record struct ServerAddress(HostAddress Host, ushort Port)
{
    /// <summary>The port of DNS (RFC 1035 §4.2).</summary>
    public const ushort DnsPort = 53;

    /// <summary>The platform's type for the same place.</summary>
    public IPEndPoint ToEndPoint() => new(Host.ToIPAddress(), Port);

    /// <summary>Takes an address out of the platform's type.</summary>
    public static ServerAddress From(IPEndPoint endPoint) =>
        new(HostAddress.From(endPoint.Address), (ushort)endPoint.Port);

    /// <summary>"192.0.2.1:53" or "[2001:db8::1]:53".</summary>
    public override string ToString() => Host.IsIPv6
        ? string.Create(CultureInfo.InvariantCulture, $"[{Host}]:{Port}")
        : string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}");
}
