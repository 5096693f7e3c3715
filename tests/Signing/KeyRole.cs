namespace Signing;

/// <summary>What a key signs.</summary>
public enum KeyRole
{
    /// <summary>The DNSKEY RRset; the parent's DS record means this key.</summary>
    KeySigning,

    /// <summary>Everything else.</summary>
    ZoneSigning,

    /// <summary>Everything.</summary>
    Combined,
}
