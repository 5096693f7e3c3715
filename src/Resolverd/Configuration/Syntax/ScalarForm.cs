namespace Resolverd.Configuration.Syntax;

/// <summary>How a scalar was written.</summary>
internal enum ScalarForm
{
    /// <summary>Without quotes.</summary>
    Plain,

    /// <summary>In quotes, or as a block.</summary>
    Quoted,
}
