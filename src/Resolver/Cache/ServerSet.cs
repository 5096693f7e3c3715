using Dns;
using Resolver.Ports;

namespace Resolver.Cache;

/// <summary>Which servers a failure is about: another set of servers is not to blame (RFC 9520 §3.2).</summary>
/// <param name="Digest">The same for the same servers in any order.</param>
public readonly record struct ServerSet(ulong Digest)
{
    /// <summary>Whatever servers there are: the question failed as a whole.</summary>
    public static ServerSet All => default;

    /// <summary>The set of these servers.</summary>
    public static ServerSet Of(IEnumerable<ServerAddress> servers)
    {
        Span<byte> octets = stackalloc byte[18];
        var digest = 1UL;
        foreach (var server in servers)
        {
            var length = server.Host.Write(octets);
            octets[length] = (byte)(server.Port >> 8);
            octets[length + 1] = (byte)server.Port;
            digest += KeyedHash.Of(0, octets[..(length + 2)]);
        }
        return new(digest);
    }
}
