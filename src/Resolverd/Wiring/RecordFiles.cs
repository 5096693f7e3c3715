using Dns;
using Dns.Zones;
using Resolverd.Commands;
using Resolverd.Hosting;

namespace Resolverd.Wiring;

/// <summary>Reads files of records in zone-file format that the operator names: hints, trust anchors.</summary>
internal static class RecordFiles
{
    /// <summary>The RRsets of a file.</summary>
    /// <exception cref="DaemonException">The file cannot be read or is not in the format.</exception>
    public static IReadOnlyList<RRset> Read(string path)
    {
        try
        {
            return Parse(File.ReadAllBytes(path), path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DaemonException(ExitCode.CannotUseFile, $"{path} cannot be read: {error.Message}", error);
        }
    }

    /// <summary>The RRsets of text that is called by the given name in errors.</summary>
    /// <exception cref="DaemonException">It is not in the format; the place is named.</exception>
    public static IReadOnlyList<RRset> Parse(ReadOnlyMemory<byte> text, string name)
    {
        var options = new ZoneReaderOptions { SourceName = name, DefaultTtl = new Ttl(86_400) };
        using var reader = new ZoneReader(text, options);
        return RRsetCollector.Collect(reader, out var sets) is { } error
            ? throw new DaemonException(ExitCode.CannotUseFile, error.ToString()!)
            : sets;
    }
}
