namespace Resolver.Policy;

/// <summary>What is done with a well-formed question, before anything is looked up.</summary>
public enum QuestionVerdict : byte
{
    /// <summary>It is looked up.</summary>
    Resolve,

    /// <summary>It asks who the server is.</summary>
    Identity,

    /// <summary>FORMERR: the type can never be asked for.</summary>
    Malformed,

    /// <summary>FORMERR with extended error 30: NXNAME is no type to ask for (RFC 9824 §3.5).</summary>
    InvalidType,

    /// <summary>NOTIMP: a question type that is not served.</summary>
    NotImplemented,

    /// <summary>REFUSED: a class or a transfer that is not served here.</summary>
    NotServed,

    /// <summary>REFUSED: the cache is not shown to those who do not ask for recursion.</summary>
    NotRecursive,

    /// <summary>An empty response with TC: the client is to ask over TCP (RFC 8482 §4.4).</summary>
    Truncate,
}
