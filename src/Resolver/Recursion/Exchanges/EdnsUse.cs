namespace Resolver.Recursion.Exchanges;

/// <summary>Whether a question carries an OPT record.</summary>
internal enum EdnsUse : byte
{
    /// <summary>Yes (RFC 6891).</summary>
    Edns,

    /// <summary>No: the server answered FORMERR to one that did.</summary>
    Plain,
}
