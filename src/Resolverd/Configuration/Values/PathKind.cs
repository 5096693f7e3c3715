using System.Text.Json.Nodes;
using Resolverd.Configuration.Syntax;

namespace Resolverd.Configuration.Values;

/// <summary>
/// A path of a file, folder or socket. A relative one starts at the folder of the file that names it, and is absolute
/// from here on.
/// </summary>
internal sealed class PathKind(PathUse use) : ValueKind<string>
{
    /// <summary>Longest path taken: what Linux opens (PATH_MAX).</summary>
    public const int MaxLength = 4095;

    /// <summary>Longest path of a Unix socket: what <c>sockaddr_un</c> holds besides its terminator.</summary>
    public const int MaxSocketLength = 107;

    /// <inheritdoc/>
    public override string TypeName => "path";

    /// <inheritdoc/>
    public override string Allowed => use switch
    {
        PathUse.ReadFile => "the path of a file that can be read",
        PathUse.Socket => $"a path of at most {MaxSocketLength} bytes",
        _ => "a path",
    };

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "string", ["minLength"] = 1 };

    /// <inheritdoc/>
    public override bool TryRead(ConfigNode node, ProblemList problems, out string value)
    {
        value = "";
        if (node is not ScalarNode { IsNull: false, Text: { Length: > 0 and <= MaxLength } text })
            return problems.AddFound(node, Allowed, null);

        value = Path.GetFullPath(text, node.Position.Source.BaseDirectory);
        if (use == PathUse.Socket && System.Text.Encoding.UTF8.GetByteCount(value) > MaxSocketLength)
            return problems.AddFound(node, Allowed, null);
        if (use == PathUse.ReadFile && WhyUnreadable(value) is { } reason)
            return problems.AddFound(node, Allowed, reason);
        return true;
    }

    /// <inheritdoc/>
    public override string Print(string value) => YamlText.Scalar(value);

    private static string? WhyUnreadable(string path)
    {
        try
        {
            using var file = File.OpenHandle(path);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e switch
            {
                FileNotFoundException or DirectoryNotFoundException => $"there is no {path}",
                UnauthorizedAccessException => $"{path} may not be read by this user, or is a folder",
                _ => $"{path} cannot be read",
            };
        }
    }
}
