using Dns;
using FsCheck;
using FsCheck.Fluent;
using Resolver.Ports;
using Resolverd.Configuration.Syntax;
using Resolverd.Configuration.Values;

namespace Resolverd.Tests.Configuration;

/// <summary>What is printed reads back as the same value.</summary>
public sealed class ValueTests
{
    private static readonly Gen<long> Longs = Gen.Choose(0, int.MaxValue).SelectMany(
        high => Gen.Choose(0, 30).Select(shift => (long)high << shift));

    private static readonly Gen<HostAddress> HostAddresses = Gen.Choose(0, 255).ArrayOf(16).SelectMany(
        octets => Gen.Elements(4, 16).Select(length => HostAddress.TryFromOctets(
            octets.Take(length).Select(octet => (byte)octet).ToArray(), out var address) ? address : default));

    [Fact]
    public void A_duration_reads_back() =>
        Holds(Longs.Select(value => TimeSpan.FromMilliseconds(value >> 15)), value =>
            Duration.TryParse(Duration.Print(value), out var back, out _) && back == value);

    [Fact]
    public void A_size_reads_back() =>
        Holds(Longs.Select(bytes => new ByteSize(bytes)), value =>
            ByteSize.TryParse(value.ToString(), out var back, out _) && back == value);

    [Fact]
    public void A_share_of_memory_reads_back() =>
        Holds(Gen.Choose(1, 100).Select(MemoryAmount.Share), value =>
            MemoryAmount.TryParse(value.ToString(), out var back, out _) && back == value);

    [Fact]
    public void An_address_reads_back() =>
        Holds(HostAddresses, value =>
            Addresses.TryParseAddress(value.ToString(), out var back, out _) && back == value);

    [Fact]
    public void An_endpoint_reads_back() =>
        Holds(Endpoints(), value =>
            Addresses.TryParseEndpoint(value.ToString(), 53, out var back, out _) && back == value);

    [Fact]
    public void A_network_reads_back() =>
        Holds(Networks(), value => Addresses.TryParseNetwork(value.ToString(), out var back, out _) && back == value);

    [Fact]
    public void A_list_of_endpoints_reads_back_through_YAML() =>
        Holds(Endpoints().ListOf(), values =>
            ReadBack(Kinds.ListOf(Kinds.Endpoint, 1000), [.. values]).SequenceEqual(values));

    [Fact]
    public void A_domain_name_of_any_octets_reads_back_through_YAML() =>
        Holds(Gen.Choose(0, 255).NonEmptyListOf(), octets =>
        {
            DomainName.Root.TryPrepend(octets.Take(63).Select(octet => (byte)octet).ToArray(), out var name);
            return ReadBack(Kinds.Name, name!).Wire.SequenceEqual(name!.Wire);
        });

    [Fact]
    public void Printable_text_reads_back_through_YAML() =>
        Holds(Gen.Choose(' ', '~').NonEmptyListOf(), letters =>
        {
            var text = new string([.. letters.Take(255).Select(letter => (char)letter)]);
            return ReadBack(Kinds.Text(255), text) == text && ReadBack(Kinds.Optional(Kinds.Text(255)), text) == text;
        });

    [Fact]
    public void A_path_reads_back_through_YAML() =>
        Holds(Gen.Elements("a", "ü", " ", "'", "\"", ":", "#", "- ", "{", "%", "\\").NonEmptyListOf(), parts =>
        {
            var path = "/" + string.Concat(parts);
            return ReadBack(Kinds.AnyPath, path) == path;
        });

    [Theory]
    [InlineData("1w", "7d")]
    [InlineData("90s", "90s")]
    [InlineData("120s", "2m")]
    [InlineData("0ms", "0s")]
    [InlineData("1500ms", "1500ms")]
    public void A_duration_is_printed_in_the_largest_unit_without_a_fraction(string text, string printed) =>
        Assert.Equal(printed, Duration.Print(Kinds.Time(text)));

    [Theory]
    [InlineData("1024B", "1KiB")]
    [InlineData("1000kB", "1000000B")]
    [InlineData("0TiB", "0B")]
    [InlineData("8388607TiB", "8388607TiB")]
    public void A_size_is_printed_in_the_largest_binary_unit_without_a_fraction(string text, string printed)
    {
        Assert.True(ByteSize.TryParse(text, out var size, out _));
        Assert.Equal(printed, size.ToString());
    }

    [Theory]
    [InlineData(100, 1000, 250)]
    [InlineData(0, 0, 0)]
    public void A_share_of_memory_is_worked_out_from_what_there_is(long percentOfHundred, long available, long bytes)
    {
        var amount = MemoryAmount.Share(25);

        Assert.Equal(bytes, amount.BytesOf(available));
        Assert.Equal(percentOfHundred, MemoryAmount.Of(new ByteSize(percentOfHundred)).BytesOf(available));
    }

    [Theory]
    [InlineData("max-ttl", "max-ttl")]
    [InlineData("max_ttl", "max-ttl")]
    [InlineData("MaxTtl", "max-ttl")]
    [InlineData("mxa-ttl", "max-ttl")]
    [InlineData("maxttl", "max-ttl")]
    [InlineData("frobnicate", null)]
    [InlineData("", null)]
    public void The_nearest_name_is_found_if_it_is_near(string found, string? nearest) =>
        Assert.Equal(nearest, NearestName.Of(found, ["size", "max-ttl", "min-ttl", "original-ttl"]));

    [Fact]
    public void Foreign_text_is_shown_short_and_harmless()
    {
        Assert.Equal("'a\\u001b[2J\\u202eb'", Quotation.Of("a\u001b[2J\u202eb"));
        Assert.Equal("'" + new string('x', 60) + "…'", Quotation.Of(new string('x', 10_000)));
    }

    private static Gen<ServerAddress> Endpoints() => HostAddresses.SelectMany(
        host => Gen.Choose(1, 65535).Select(port => new ServerAddress(host, (ushort)port)));

    private static Gen<HostNetwork> Networks() => HostAddresses.SelectMany(
        host => Gen.Choose(0, host.BitLength).Select(
            length => HostNetwork.Parse($"{host.Truncate(length)}/{length}")));

    private static T ReadBack<T>(ValueKind<T> kind, T value)
    {
        var problems = new List<ConfigurationProblem>();
        var node = YamlReader.Read(ConfigurationSource.Argument("test"), kind.Print(value), problems);
        Assert.Empty(problems);
        Assert.True(kind.TryRead(node!, new ProblemList(problems, "test"), out var back), kind.Print(value));
        return back;
    }

    private static void Holds<T>(Gen<T> values, Func<T, bool> rule) =>
        Check.QuickThrowOnFailure(Prop.ForAll(values.ToArbitrary(), rule));
}
