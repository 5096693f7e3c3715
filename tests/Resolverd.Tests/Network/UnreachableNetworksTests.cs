using Resolver.Ports;
using Resolverd.Network;
using Resolverd.Tests.Rig;

namespace Resolverd.Tests.Network;

public sealed class UnreachableNetworksTests
{
    private readonly StoppedTime _time = new();

    [Theory]
    [InlineData("2001:db8::1", "2001:db9::1", true)]
    [InlineData("2001:db8::1", "2002::1", false)]
    [InlineData("2001:db8::1", "fd00::53", false)]
    [InlineData("192.0.2.1", "192.168.0.1", true)]
    [InlineData("192.0.2.1", "10.0.0.1", false)]
    public void What_has_no_route_says_so_of_its_part_of_the_space(string unreachable, string other, bool isUnreachable)
    {
        var networks = new UnreachableNetworks(_time);

        networks.Add(HostAddress.Parse(unreachable));

        Assert.Equal(isUnreachable, networks.Contains(HostAddress.Parse(other)));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void It_is_believed_for_two_seconds(int seconds, bool isUnreachable)
    {
        var networks = new UnreachableNetworks(_time);
        networks.Add(HostAddress.Parse("2001:db8::1"));

        _time.Seconds += seconds;

        Assert.Equal(isUnreachable, networks.Contains(HostAddress.Parse("2001:db8::1")));
    }

    [Theory]
    [InlineData(UnreachableNetworks.MaxCount - 1, true)]
    [InlineData(UnreachableNetworks.MaxCount, false)]
    public void A_full_memory_starts_again(int others, bool isKept)
    {
        var networks = new UnreachableNetworks(_time);
        networks.Add(HostAddress.Parse("10.0.0.1"));

        for (var i = 0; i < others; i++)
            networks.Add(HostAddress.Parse($"{100 + i}.0.0.1"));

        Assert.Equal(isKept, networks.Contains(HostAddress.Parse("10.0.0.1")));
    }
}
