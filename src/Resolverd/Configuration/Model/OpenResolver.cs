namespace Resolverd.Configuration.Model;

/// <summary>Whether the operator has said in words that anyone on the Internet may use the resolver.</summary>
internal enum OpenResolver
{
    /// <summary>Not said: a configuration that would be one does not start.</summary>
    Refused,

    /// <summary>Said.</summary>
    IKnowThisIsAnOpenResolver,
}
