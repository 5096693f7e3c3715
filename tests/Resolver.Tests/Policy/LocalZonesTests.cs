using Dns;
using Resolver.Answers;
using Resolver.Policy;
using Xunit;

namespace Resolver.Tests.Policy;

/// <summary>Names that are answered here and never leave.</summary>
public sealed class LocalZonesTests
{
    private static readonly DomainNameComparer Comparer = new(3);

    private readonly LocalZones _zones =
        new(SpecialUseNames.Build(Comparer, new HashSet<DomainName>()), Comparer);

    [Theory]
    [InlineData("1.0.0.10.in-addr.arpa.", RecordType.Ptr, OutcomeKind.NxDomain)]
    [InlineData("10.in-addr.arpa.", RecordType.Soa, OutcomeKind.Data)]
    [InlineData("10.in-addr.arpa.", RecordType.A, OutcomeKind.NoData)]
    [InlineData("1.1.31.172.in-addr.arpa.", RecordType.Ptr, OutcomeKind.NxDomain)]
    [InlineData("1.1.127.100.in-addr.arpa.", RecordType.Ptr, OutcomeKind.NxDomain)]
    [InlineData("1.0.0.127.in-addr.arpa.", RecordType.Ptr, OutcomeKind.Data)]
    [InlineData("0.0.127.in-addr.arpa.", RecordType.Ptr, OutcomeKind.NoData)]
    [InlineData("localhost.", RecordType.A, OutcomeKind.Data)]
    [InlineData("x.localhost.", RecordType.Aaaa, OutcomeKind.Data)]
    [InlineData("localhost.", RecordType.Mx, OutcomeKind.NoData)]
    [InlineData("foo.invalid.", RecordType.A, OutcomeKind.NxDomain)]
    [InlineData("abc.onion.", RecordType.A, OutcomeKind.NxDomain)]
    [InlineData("_dns.resolver.arpa.", RecordType.Svcb, OutcomeKind.NxDomain)]
    [InlineData("ipv4only.arpa.", RecordType.A, OutcomeKind.Data)]
    [InlineData("ipv4only.arpa.", RecordType.Aaaa, OutcomeKind.NoData)]
    [InlineData("printer.home.arpa.", RecordType.A, OutcomeKind.NxDomain)]
    [Rfc(6303, "4")]
    public void Special_names_are_answered_here(string name, RecordType type, OutcomeKind expected)
    {
        var wire = DomainName.Parse(name).Wire;

        var zone = _zones.Find(wire, type);

        Assert.NotNull(zone);
        Assert.Equal(expected, zone.Find(wire, type).Kind);
    }

    [Theory]
    [InlineData("www.example.", RecordType.A)]
    [InlineData("1.0.0.11.in-addr.arpa.", RecordType.Ptr)]
    [InlineData("1.0.32.172.in-addr.arpa.", RecordType.Ptr)]
    [InlineData("1.0.128.100.in-addr.arpa.", RecordType.Ptr)]
    [InlineData("notlocalhost.", RecordType.A)]
    [InlineData("arpa.", RecordType.Ns)]
    [InlineData(".", RecordType.Ns)]
    [InlineData("home.arpa.", RecordType.Ds)]
    public void Other_names_are_not(string name, RecordType type) =>
        Assert.Null(_zones.Find(DomainName.Parse(name).Wire, type));

    [Fact]
    public void The_operator_may_have_a_zone_resolved_as_any_other()
    {
        var exempt = new HashSet<DomainName> { DomainName.Parse("10.in-addr.arpa.") };

        var zones = new LocalZones(SpecialUseNames.Build(Comparer, exempt), Comparer);

        Assert.Null(zones.Find(DomainName.Parse("1.0.0.10.in-addr.arpa.").Wire, RecordType.Ptr));
        Assert.Equal(_zones.Count - 1, zones.Count);
    }
}
