namespace Resolverd.Configuration.Model;

/// <summary>What happens at start when the machine does not have an address that is to be listened on.</summary>
internal enum MissingAddress
{
    /// <summary>Nothing starts.</summary>
    Fail,

    /// <summary>A warning, and the other addresses are served.</summary>
    Skip,
}
