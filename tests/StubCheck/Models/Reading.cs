namespace StubCheck.Models;

/// <summary>What a client makes of a reply.</summary>
internal abstract record Reading
{
    private Reading()
    {
    }

    /// <summary>It hands these to the program: the RDATA of the records it took.</summary>
    public sealed record Took(IReadOnlyList<byte[]> Data) : Reading;

    /// <summary>It tells the program that the name has no such data, or does not exist.</summary>
    public sealed record Nothing : Reading;

    /// <summary>It asks again: over TCP, or for the alias's target.</summary>
    public sealed record AsksAgain : Reading;

    /// <summary>It gives up, drops the reply or crashes.</summary>
    public sealed record Failed(string Why) : Reading;

    /// <summary>No server could serve it here: a lack of the client, not a fault of the reply.</summary>
    public sealed record Beyond(string Why) : Reading;
}
