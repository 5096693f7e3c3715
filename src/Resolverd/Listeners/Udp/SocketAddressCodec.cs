using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Resolver.Ports;

namespace Resolverd.Listeners.Udp;

/// <summary>Reads and writes the system's socket addresses (sockaddr_in, sockaddr_in6) without objects.</summary>
internal static class SocketAddressCodec
{
    /// <summary>Octets of an IPv6 socket address, the longest there is.</summary>
    public const int MaxLength = 28;

    /// <summary>Octets of an IPv4 socket address.</summary>
    public const int IPv4Length = 16;

    private const int PortAt = 2;
    private const int IPv4At = 4;
    private const int IPv6At = 8;
    private const int ScopeAt = 24;
    private const ushort IPv4Family = 2;

    // AF_INET6 differs between systems; the listeners are made for these.
    private static readonly ushort IPv6Family =
        OperatingSystem.IsLinux() ? (ushort)10 : OperatingSystem.IsMacOS() ? (ushort)30 : (ushort)23;

    /// <summary>Reads an address.</summary>
    public static DatagramPeer Read(ReadOnlySpan<byte> octets)
    {
        var port = BinaryPrimitives.ReadUInt16BigEndian(octets[PortAt..]);
        if (FamilyOf(octets) != IPv6Family)
        {
            HostAddress.TryFromOctets(octets.Slice(IPv4At, 4), out var v4);
            return new(v4, port, 0, null);
        }
        HostAddress.TryFromOctets(octets.Slice(IPv6At, 16), out var v6);
        return new(v6, port, MemoryMarshal.Read<uint>(octets[ScopeAt..]), null);
    }

    /// <summary>Writes the address of a client; returns its length. The octets must be as many as it has.</summary>
    public static int Write(in DatagramPeer peer, Span<byte> octets)
    {
        octets.Clear();
        var length = peer.Address.IsIPv6 ? MaxLength : IPv4Length;
        WriteFamily(octets, length, peer.Address.IsIPv6 ? IPv6Family : IPv4Family);
        BinaryPrimitives.WriteUInt16BigEndian(octets[PortAt..], peer.Port);
        peer.Address.Write(octets[(peer.Address.IsIPv6 ? IPv6At : IPv4At)..]);
        if (peer.Address.IsIPv6)
            MemoryMarshal.Write(octets[ScopeAt..], peer.Scope);
        return length;
    }

    // BSD systems have a length octet and a family octet where others have two octets of family.
    private static ushort FamilyOf(ReadOnlySpan<byte> octets) =>
        OperatingSystem.IsMacOS() ? octets[1] : MemoryMarshal.Read<ushort>(octets);

    private static void WriteFamily(Span<byte> octets, int length, ushort family)
    {
        if (OperatingSystem.IsMacOS())
            (octets[0], octets[1]) = ((byte)length, (byte)family);
        else
            MemoryMarshal.Write(octets, family);
    }
}
