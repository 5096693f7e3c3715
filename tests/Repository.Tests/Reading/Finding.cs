namespace Repository.Tests.Reading;

/// <summary>A rule broken at a place.</summary>
internal readonly record struct Finding(string Path, int Line, string Message)
{
    /// <summary>Written as compilers write, so that editors can jump to it.</summary>
    public override string ToString() => $"{Path}:{Line}: {Message}";
}
