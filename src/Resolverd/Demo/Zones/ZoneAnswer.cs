using Dns;

namespace Resolverd.Demo.Zones;

/// <summary>What a zone says to a question, section by section, in the order in which it is sent.</summary>
internal sealed class ZoneAnswer
{
    /// <summary>The response code.</summary>
    public ResponseCode Code { get; set; }

    /// <summary>Whether the zone itself speaks; false for a referral.</summary>
    public bool IsAuthoritative { get; set; } = true;

    /// <summary>The answer section.</summary>
    public List<PlacedSet> Answer { get; } = [];

    /// <summary>The authority section.</summary>
    public List<PlacedSet> Authority { get; } = [];

    /// <summary>The additional section.</summary>
    public List<PlacedSet> Additional { get; } = [];
}
