namespace Resolver.Cache;

/// <summary>
/// How far data is to be believed, by where it stood (RFC 2181 §5.4.1), least first. Data never replaces fresh data
/// that is more credible.
/// </summary>
public enum Credibility : byte
{
    /// <summary>Addresses beside an answer or in a referral: for finding servers, never an answer.</summary>
    Additional = 1,

    /// <summary>The authority section of an answer that was not authoritative: a referral's NS set.</summary>
    Referral = 2,

    /// <summary>The answer section of an answer that was not authoritative, of a forwarder for instance.</summary>
    Answer = 3,

    /// <summary>The authority section of an authoritative answer.</summary>
    AuthoritativeAuthority = 4,

    /// <summary>The answer section of an authoritative answer.</summary>
    AuthoritativeAnswer = 5,

    /// <summary>The verified local copy of a zone, or data the operator configured.</summary>
    Local = 6,
}
