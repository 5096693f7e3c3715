using Dns;
using Dns.Zones;

namespace Resolverd.Demo.Zones;

/// <summary>The zone files of the miniature Internet, which come with the program.</summary>
internal static class DemoZones
{
    private const string Folder = "zones/demo/";
    private const string Extension = ".zone";
    private const string RootFile = "root";

    /// <summary>Reads all of them. The file's name is the zone's.</summary>
    /// <exception cref="FormatException">A file is not a zone's; a test reads them all.</exception>
    public static IReadOnlyList<DemoZone> Load()
    {
        var files = typeof(DemoZones).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        return [.. files.Select(Read)];
    }

    private static DemoZone Read(string file)
    {
        var apex = ApexOf(file);
        using var stream = typeof(DemoZones).Assembly.GetManifestResourceStream(file)!;
        using var reader = new ZoneReader(stream, new ZoneReaderOptions { SourceName = file, Origin = apex });
        return RRsetCollector.Collect(reader, out var sets) is { } error
            ? throw new FormatException(error.ToString())
            : new(apex, sets);
    }

    private static DomainName ApexOf(string file)
    {
        var name = file[Folder.Length..^Extension.Length];
        return name == RootFile ? DomainName.Root : DomainName.Parse(name);
    }
}
