namespace Dns.Text;

/// <summary>How a search for the next entry of a text ended.</summary>
internal enum EntryScan : byte
{
    /// <summary>An entry was found; it may have no tokens.</summary>
    Found,

    /// <summary>The text ends inside an entry, and more of it may come.</summary>
    Unfinished,

    /// <summary>Nothing is left.</summary>
    End,

    /// <summary>The entry is malformed, and where the next begins cannot be told.</summary>
    Malformed,
}
