using Dns;
using Dnssec.Trust;
using Resolverd.Commands;
using Resolverd.Hosting;

namespace Resolverd.Wiring;

/// <summary>Where chains of trust begin: the root's keys on board, or what a file says.</summary>
internal static class TrustAnchors
{
    /// <summary>Reads the anchors; null stands for those on board. A file without records trusts nothing.</summary>
    /// <exception cref="DaemonException">The file cannot be read, or holds what is no anchor.</exception>
    public static TrustAnchorSet Load(string? path, UnixTime now)
    {
        if (path is null)
            return new([RootAnchors.BuiltIn]);
        return path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
            ? LoadXml(path, now)
            : new(RecordFiles.Read(path).Select(set => AnchorOf(set, path)));
    }

    private static TrustAnchorSet LoadXml(string path, UnixTime now)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DaemonException(ExitCode.CannotUseFile, $"{path} cannot be read: {error.Message}", error);
        }
        return AnchorXml.TryRead(text, now, out var anchor, out var problem) && anchor is not null
            ? new([anchor])
            : throw new DaemonException(ExitCode.CannotUseFile, $"{path}: {problem}");
    }

    private static TrustAnchor AnchorOf(RRset set, string path) => set.Type switch
    {
        RecordType.Ds => new(set.OwnerName, set, default),
        RecordType.Dnskey => new(set.OwnerName, default, set),
        _ => throw new DaemonException(
            ExitCode.CannotUseFile, $"{path}: {set.OwnerName} {set.Type} is no trust anchor: DS and DNSKEY are"),
    };
}
