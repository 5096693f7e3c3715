namespace Dnssec.Algorithms;

/// <summary>Why the key of a DNSKEY record cannot be used.</summary>
public enum KeyFailure : byte
{
    /// <summary>It can be used.</summary>
    None,

    /// <summary>No implementation for its algorithm.</summary>
    AlgorithmUnsupported,

    /// <summary>The octets are not a key of the algorithm.</summary>
    Malformed,

    /// <summary>An RSA modulus shorter or longer than the limits allow.</summary>
    SizeUnsupported,

    /// <summary>An RSA public exponent out of bounds.</summary>
    ExponentUnsupported,
}
