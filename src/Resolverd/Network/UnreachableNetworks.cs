using System.Collections.Concurrent;
using Resolver.Ports;

namespace Resolverd.Network;

/// <summary>
/// Parts of the address space to which the system has no route, remembered for a moment: a host without IPv6 would
/// otherwise pay for a socket and an exception with every IPv6 address of every server. Shared by all workers.
/// </summary>
internal sealed class UnreachableNetworks(TimeProvider time)
{
    /// <summary>How long it is believed: a route that comes up is used soon after.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(2);

    /// <summary>Parts remembered; the whole memory is dropped when there are more.</summary>
    public const int MaxCount = 64;

    // Wide enough that a host without a default route learns it at once, narrow enough that an address nobody can
    // reach says nothing about the neighbour's network.
    private const int IPv4PrefixLength = 8;
    private const int IPv6PrefixLength = 16;

    private readonly ConcurrentDictionary<HostAddress, long> _since = [];

    /// <summary>True if the system said so of this part a moment ago.</summary>
    public bool Contains(HostAddress address)
    {
        if (!_since.TryGetValue(PartOf(address), out var since))
            return false;
        if (time.GetElapsedTime(since) < Lifetime)
            return true;
        _since.TryRemove(PartOf(address), out _);
        return false;
    }

    /// <summary>The system has no route to this address.</summary>
    public void Add(HostAddress address)
    {
        if (_since.Count >= MaxCount)
            _since.Clear();
        _since[PartOf(address)] = time.GetTimestamp();
    }

    private static HostAddress PartOf(HostAddress address) =>
        address.Truncate(address.IsIPv6 ? IPv6PrefixLength : IPv4PrefixLength);
}
