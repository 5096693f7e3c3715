using System.Globalization;

namespace Resolverd.Configuration.Values;

/// <summary>An amount of memory or of bytes on the wire.</summary>
internal readonly record struct ByteSize(long Bytes)
{
    private static readonly (string Name, long Factor)[] Units =
    [
        ("B", 1), ("kB", 1_000), ("MB", 1_000_000), ("GB", 1_000_000_000), ("TB", 1_000_000_000_000),
        ("KiB", 1L << 10), ("MiB", 1L << 20), ("GiB", 1L << 30), ("TiB", 1L << 40),
    ];

    /// <summary>So many binary megabytes.</summary>
    public static ByteSize MiB(long count) => new(count << 20);

    /// <summary>So many binary kilobytes.</summary>
    public static ByteSize KiB(long count) => new(count << 10);

    /// <summary>Reads <c>64MiB</c>, <c>100kB</c>, <c>512B</c>. A number without a unit is refused.</summary>
    public static bool TryParse(string text, out ByteSize value, out string? hint)
    {
        var isRead = Quantity.TryParse(text, Units, "B for bytes", out var bytes, out hint);
        value = new ByteSize(bytes);
        return isRead;
    }

    /// <summary>The largest binary unit that needs no fraction.</summary>
    public override string ToString()
    {
        var bytes = Bytes;
        var (name, factor) = Units.Last(unit => unit.Factor == 1 || (IsBinary(unit.Name) && bytes % unit.Factor == 0));
        return bytes == 0 ? "0B" : string.Create(CultureInfo.InvariantCulture, $"{bytes / factor}{name}");
    }

    private static bool IsBinary(string unit) => unit.EndsWith("iB", StringComparison.Ordinal);
}
