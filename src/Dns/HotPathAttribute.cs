namespace Dns;

/// <summary>
/// Marks what runs for every cached answer. A marked member allocates nothing; a test lists every one of them and
/// demands it.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Property)]
public sealed class HotPathAttribute : Attribute;
