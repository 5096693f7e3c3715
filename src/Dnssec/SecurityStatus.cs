namespace Dnssec;

/// <summary>What validation found out about data (RFC 4033 §5, RFC 4035 §4.3).</summary>
public enum SecurityStatus : byte
{
    /// <summary>Not looked at yet, or no trust anchor says anything about it.</summary>
    Indeterminate,

    /// <summary>A chain of trust proves that the data is not signed.</summary>
    Insecure,

    /// <summary>A chain of trust leads to a signature that holds.</summary>
    Secure,

    /// <summary>There should be a valid signature and there is none.</summary>
    Bogus,
}
