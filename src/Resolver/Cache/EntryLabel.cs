using Dns;

namespace Resolver.Cache;

/// <summary>
/// What a slot of the index says about its entry: 15 bits of the name's hash, glue or not, and the type.
/// </summary>
internal static class EntryLabel
{
    private const int TagShift = 17;
    private const int GlueShift = 16;
    private const uint TagMask = 0x7FFF;

    /// <summary>
    /// The label of an entry of this type. The hash's lower half is the home's, its top octet the shard's.
    /// </summary>
    [HotPath]
    public static uint Of(ulong hash, RecordType type, Tier tier) =>
        ((uint)(hash >> 32) & TagMask) << TagShift | (uint)tier << GlueShift | (ushort)type;

    /// <summary>True if both may be of one name.</summary>
    public static bool MayShareName(uint left, uint right) => (left ^ right) >> TagShift == 0;
}
