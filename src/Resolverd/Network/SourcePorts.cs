using System.Collections.Frozen;
using Resolver.Ports;

namespace Resolverd.Network;

/// <summary>Draws source ports that nobody can predict.</summary>
// RFC 5452 §9.2: an unpredictable port out of the largest range to be had, 1024 and above.
internal static class SourcePorts
{
    /// <summary>The first port drawn.</summary>
    public const int First = 1024;

    /// <summary>The last port drawn.</summary>
    public const int Last = 65535;

    // Answers to these would be dropped on the way or taken for something else: SSDP, IPsec, RoCE, mDNS, LLMNR and
    // memcached.
    private static readonly FrozenSet<ushort> Avoided = FrozenSet.Create<ushort>(1900, 4500, 4791, 5353, 5355, 11211);

    /// <summary>A port.</summary>
    public static ushort Draw(Entropy entropy)
    {
        while (true)
        {
            var port = (ushort)(First + entropy.Below(Last - First + 1));
            if (!Avoided.Contains(port))
                return port;
        }
    }
}
