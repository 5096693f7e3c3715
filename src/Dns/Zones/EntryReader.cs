using Dns.Text;
using Dns.Text.Fields;

namespace Dns.Zones;

/// <summary>Reads the entries that are records: owner, lifetime and class in either order, type, RDATA.</summary>
internal static class EntryReader
{
    /// <summary>
    /// Reads a record. The owner stands in <paramref name="state"/> then, RDATA in <paramref name="rdata"/>.
    /// </summary>
    public static TextError Read(
        ref TokenCursor tokens, ZoneState state, RecordClass? allowed, ref RdataWriter rdata, out RecordHead head)
    {
        head = default;
        var error = ReadHead(ref tokens, out var stated, out var recordClass, out var type);
        if (error != TextError.None)
            return error;
        state.Class = recordClass ?? state.Class;
        if (!IsStorable(type))
            return TextError.TypeNotStorable;
        if (!IsStorable(state.Class) || (allowed is { } only && state.Class != only))
            return TextError.ClassNotAllowed;
        error = RdataText.Read(type, state.Class, ref tokens, ref rdata);
        if (error != TextError.None)
            return error;
        if (state.ChooseTtl(stated, type, rdata.Written) is not { } ttl)
            return TextError.TtlMissing;
        head = new(type, state.Class, ttl);
        return TextError.None;
    }

    /// <summary>Reads the owner, which an entry that begins with a blank takes over from the one before.</summary>
    public static TextError ReadOwner(ref TokenCursor tokens, ZoneState state, bool isLeftOut)
    {
        if (isLeftOut)
            return state.Owner.IsEmpty ? TextError.OwnerMissing : TextError.None;
        var owner = new RdataWriter(state.OwnerBuffer);
        var error = NameField.ReadName(ref tokens, ref owner);
        if (error == TextError.None)
            state.SetOwnerLength(owner.Length);
        return error;
    }

    private static TextError ReadHead(
        ref TokenCursor tokens, out Ttl? ttl, out RecordClass? recordClass, out RecordType type)
    {
        ttl = null;
        recordClass = null;
        type = default;
        while (true)
        {
            var error = tokens.TakeBare(out var text);
            if (error != TextError.None)
                return error;
            if (char.IsAsciiDigit((char)text[0]) && ttl is null)
            {
                if (!TtlText.TryRead(text, tokens.TtlStyle, out var stated))
                    return TextError.TtlInvalid;
                ttl = stated;
            }
            else if (recordClass is null && RecordClassText.TryRead(text, out var statedClass))
            {
                recordClass = statedClass;
            }
            else
            {
                return RecordTypeText.TryRead(text, out type) ? TextError.None : TextError.TypeUnknown;
            }
        }
    }

    // RFC 6895 §3.1: 128 to 255 are for questions and transactions, as is OPT; 0 stands for no type.
    private static bool IsStorable(RecordType type) =>
        type is not RecordType.Opt && (ushort)type is not 0 and not (>= 128 and <= 255);

    // RFC 6895 §3.2: 0, 255 and the classes NONE and ANY hold no records.
    private static bool IsStorable(RecordClass recordClass) =>
        recordClass is not (0 or RecordClass.None or RecordClass.Any or (RecordClass)ushort.MaxValue);
}
