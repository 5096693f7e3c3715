namespace Dns.Zones;

/// <summary>Opens what $INCLUDE names; null if it cannot be had. The reader closes what it opened.</summary>
public delegate Stream? ZoneIncludeOpener(string path);
