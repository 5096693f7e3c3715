namespace Repository.Tests.Reading;

/// <summary>A file's path from the root and its text.</summary>
internal sealed record TextFile(string Path, string Text)
{
    /// <summary>The lines, without their ends; a newline at the end of the file starts no further line.</summary>
    public string[] Lines { get; } = Text.TrimEnd('\n').Split('\n');
}
