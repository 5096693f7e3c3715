namespace Shared;

/// <summary>A message of a corpus and what is known about it.</summary>
/// <param name="Name">What tells it from the others of its corpus.</param>
/// <param name="Side">"query" for one sent to a listener, "reply" for one from a server, "any" if unknown.</param>
/// <param name="Expect">"accept", "reject", "rdata" (one record's RDATA is broken), "semantic" or "any".</param>
/// <param name="Message">The octets.</param>
/// <param name="Dnspython">Whether dnspython takes it; null if it was not asked.</param>
/// <param name="Ldns">Whether ldns takes it; null if it was not asked.</param>
internal sealed record PacketCase(
    string Name, string Side, string Expect, byte[] Message, bool? Dnspython, bool? Ldns)
{
    /// <summary>What both parsers say; null if they differ.</summary>
    public bool? Agreed => Dnspython == Ldns ? Dnspython : null;
}
