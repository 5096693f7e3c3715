namespace Simulation.Rpl;

/// <summary>What a server answers to which query, or what a client sends or wants to see.</summary>
public sealed class Entry
{
    /// <summary>The line of the file where it begins.</summary>
    public required int Line { get; init; }

    /// <summary>Words of MATCH lines.</summary>
    public List<string> Match { get; } = [];

    /// <summary>Words of ADJUST lines.</summary>
    public List<string> Adjust { get; } = [];

    /// <summary>The message.</summary>
    public Template First { get; } = new();

    /// <summary>Messages that follow the first on a stream.</summary>
    public List<Template> Extra { get; } = [];

    /// <summary>The whole message in octets, where it is given so.</summary>
    public byte[]? Raw { get; set; }

    /// <summary>The first message and those that follow.</summary>
    public IEnumerable<Template> Templates => Extra.Prepend(First);

    /// <summary>MATCH words in lower case, "all" and "question" spelled out.</summary>
    public HashSet<string> Wanted(params string[] all)
    {
        HashSet<string> wanted = [];
        foreach (var word in Match.Select(word => word.ToLowerInvariant()))
        {
            if (word is "all" or "all_noedns")
                wanted.UnionWith(all);
            else if (word == "question")
                wanted.UnionWith(["qtype", "qname"]);
            else
                wanted.Add(word);
        }
        return wanted;
    }
}
