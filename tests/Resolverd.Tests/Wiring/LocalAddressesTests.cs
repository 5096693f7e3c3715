using Resolver.Ports;
using Resolverd.Wiring;

namespace Resolverd.Tests.Wiring;

public sealed class LocalAddressesTests
{
    [Fact]
    public void A_single_address_stays_what_it_is()
    {
        var address = new ServerAddress(HostAddress.Parse("192.0.2.1"), 53);

        Assert.Equal([address], LocalAddresses.Expand(address));
    }

    [Fact]
    public void The_wildcard_becomes_each_address_of_the_machine_on_the_same_port()
    {
        var expanded = LocalAddresses.Expand(new(HostAddress.Parse("0.0.0.0"), 5399)).ToList();

        Assert.Contains(new(HostAddress.Parse("127.0.0.1"), 5399), expanded);
        Assert.DoesNotContain(expanded, address => address.Host == HostAddress.Parse("0.0.0.0"));
        Assert.DoesNotContain(expanded, address => address.Host.IsIPv6);
    }
}
