using System.Collections.Immutable;
using Dns;
using Resolver.Ports;
using Resolverd.Configuration.Syntax;

namespace Resolverd.Configuration.Values;

/// <summary>The kinds of values there are, by short names for the schema to use.</summary>
internal static class Kinds
{
    /// <summary>True or false.</summary>
    public static ValueKind<bool> Boolean { get; } = new BooleanKind();

    /// <summary>A network in prefix notation.</summary>
    public static ValueKind<HostNetwork> Network { get; } = new NetworkKind();

    /// <summary>A domain name.</summary>
    public static ValueKind<DomainName> Name { get; } = new NameKind();

    /// <summary>An IP address of either family.</summary>
    public static ValueKind<HostAddress> Address { get; } = new AddressKind(AddressUse.AnyFamily);

    /// <summary>An IPv4 address.</summary>
    public static ValueKind<HostAddress> IPv4Address { get; } = new AddressKind(AddressUse.IPv4Only);

    /// <summary>An IPv6 address.</summary>
    public static ValueKind<HostAddress> IPv6Address { get; } = new AddressKind(AddressUse.IPv6Only);

    /// <summary>An address and port; without a port, that of DNS.</summary>
    public static ValueKind<ServerAddress> Endpoint { get; } = new EndpointKind(ServerAddress.DnsPort);

    /// <summary>A prefix for DNS64.</summary>
    public static ValueKind<HostNetwork> Dns64Prefix { get; } = new Dns64PrefixKind();

    /// <summary>A file that will be read.</summary>
    public static ValueKind<string> ReadableFile { get; } = new PathKind(PathUse.ReadFile);

    /// <summary>A file or folder that need not exist.</summary>
    public static ValueKind<string> AnyPath { get; } = new PathKind(PathUse.Anywhere);

    /// <summary>A Unix socket.</summary>
    public static ValueKind<string> SocketPath { get; } = new PathKind(PathUse.Socket);

    /// <summary>File permissions.</summary>
    public static ValueKind<UnixFileMode> Permissions { get; } = new PermissionsKind();

    /// <summary>Values of a kind from text known to be well written, for defaults.</summary>
    public static ValueList<T> Parsed<T>(ValueKind<T> kind, params ReadOnlySpan<string> texts)
    {
        var values = ImmutableArray.CreateBuilder<T>(texts.Length);
        foreach (var text in texts)
            values.Add(Parse(kind, text));
        return new ValueList<T>(values.MoveToImmutable());
    }

    /// <summary>A point in time.</summary>
    public static ValueKind<DateTimeOffset> Timestamp { get; } = new TimestampKind();

    /// <summary>A whole number from minimum to maximum of some unit (empty if it has none).</summary>
    public static ValueKind<int> Integer(int minimum, int maximum, string unit = "") =>
        new IntegerKind(minimum, maximum, unit);

    /// <summary>A duration from minimum to maximum, in the text form that the file uses.</summary>
    public static ValueKind<TimeSpan> Duration(string minimum, string maximum) =>
        new DurationKind(Time(minimum), Time(maximum));

    /// <summary>A number of bytes from minimum to maximum.</summary>
    public static ValueKind<ByteSize> Bytes(ByteSize minimum, ByteSize maximum) => new ByteSizeKind(minimum, maximum);

    /// <summary>Memory: a size within bounds or a percentage up to a maximum.</summary>
    public static ValueKind<MemoryAmount> Memory(ByteSize minimum, ByteSize maximum, int maximumPercent) =>
        new MemoryAmountKind(minimum, maximum, maximumPercent);

    /// <summary>Printable text.</summary>
    public static ValueKind<string> Text(int maximumLength) => new TextKind(maximumLength);

    /// <summary>A member of an enum, in kebab case.</summary>
    public static ValueKind<T> Choice<T>()
        where T : struct, Enum => new ChoiceKind<T>();

    /// <summary>A list, possibly empty.</summary>
    public static ValueKind<ValueList<T>> ListOf<T>(ValueKind<T> item, int maximumCount) =>
        new ListKind<T>(item, 0, maximumCount);

    /// <summary>A list of at least one.</summary>
    public static ValueKind<ValueList<T>> NonEmptyListOf<T>(ValueKind<T> item, int maximumCount) =>
        new ListKind<T>(item, 1, maximumCount);

    /// <summary>A value that may be left open.</summary>
    public static ValueKind<T?> Optional<T>(ValueKind<T> inner, string word = "null")
        where T : class => new OptionalKind<T>(inner, word);

    /// <summary>A value of a value type that may be left open.</summary>
    public static ValueKind<T?> OptionalValue<T>(ValueKind<T> inner, string word = "null")
        where T : struct => new OptionalValueKind<T>(inner, word);

    /// <summary>A duration known to be well written, for defaults and bounds.</summary>
    public static TimeSpan Time(string text) =>
        Values.Duration.TryParse(text, out var value, out _)
            ? value
            : throw new FormatException($"'{text}' is not a duration");

    private static T Parse<T>(ValueKind<T> kind, string text)
    {
        var position = new SourcePosition(ConfigurationSource.Argument("default"), 1, 1);
        var problems = new List<ConfigurationProblem>();
        var node = new ScalarNode(position, text, ScalarForm.Quoted);
        return kind.TryRead(node, new ProblemList(problems, ""), out var value)
            ? value
            : throw new FormatException(problems[0].Message);
    }
}
