namespace Dns.Text;

/// <summary>
/// What is wrong with a piece of presentation format. The first fault found is the one that is named.
/// </summary>
public enum TextError : byte
{
    /// <summary>Nothing is wrong.</summary>
    None,

    /// <summary>The record ends where a field should stand.</summary>
    FieldMissing,

    /// <summary>Something stands behind the last field.</summary>
    FieldSurplus,

    /// <summary>A quoted string where quotes have no place.</summary>
    QuotesMisplaced,

    /// <summary>A quoted string that does not end on its line.</summary>
    QuotesOpen,

    /// <summary>A parenthesis that is never closed, or closes nothing.</summary>
    ParenthesisUnbalanced,

    /// <summary>A backslash that is followed neither by three digits up to 255 nor by one character.</summary>
    EscapeMalformed,

    /// <summary>Not a number, or one out of the field's range.</summary>
    NumberInvalid,

    /// <summary>Not a lifetime, or one of more than 2,147,483,647 seconds.</summary>
    TtlInvalid,

    /// <summary>Not a time as YYYYMMDDHHmmSS between 1970 and 2106, nor as seconds.</summary>
    TimeInvalid,

    /// <summary>Not a domain name.</summary>
    NameInvalid,

    /// <summary>Not an IPv4 address.</summary>
    IPv4Invalid,

    /// <summary>Not an IPv6 address.</summary>
    IPv6Invalid,

    /// <summary>Not pairs of hexadecimal digits, or not as many as the field has.</summary>
    HexInvalid,

    /// <summary>Not base 64.</summary>
    Base64Invalid,

    /// <summary>Not base 32 with the extended hexadecimal alphabet, unpadded.</summary>
    Base32Invalid,

    /// <summary>A character string of more than 255 octets.</summary>
    StringTooLong,

    /// <summary>A value that the field's own syntax does not allow.</summary>
    ValueInvalid,

    /// <summary>A service parameter that is malformed, there twice, or asked for and missing.</summary>
    ServiceParameterInvalid,

    /// <summary>RDATA of more than 65,535 octets.</summary>
    RdataTooLong,

    /// <summary>RDATA in generic form that has not the length given, or that its type does not allow.</summary>
    RdataMalformed,

    /// <summary>A type that has no text form but the generic one.</summary>
    GenericFormNeeded,

    /// <summary>Neither a lifetime, nor a class, nor a type.</summary>
    TypeUnknown,

    /// <summary>A type that exists in questions or messages only.</summary>
    TypeNotStorable,

    /// <summary>A class that the file may not hold, or one that exists in questions only.</summary>
    ClassNotAllowed,

    /// <summary>No lifetime is given and none can be taken from what came before.</summary>
    TtlMissing,

    /// <summary>The first record leaves its owner out.</summary>
    OwnerMissing,

    /// <summary>A line that begins with a dollar sign and is no directive of RFC 1035 or RFC 2308.</summary>
    DirectiveUnknown,

    /// <summary>$INCLUDE in a text that may not include others.</summary>
    IncludeRefused,

    /// <summary>$INCLUDE of something that cannot be opened.</summary>
    IncludeFailed,

    /// <summary>More includes inside one another than the limit.</summary>
    IncludeTooDeep,

    /// <summary>An entry of more octets than the limit.</summary>
    EntryTooLong,

    /// <summary>More records than the limit.</summary>
    RecordsTooMany,

    /// <summary>More records at one owner and of one type than the limit.</summary>
    SetTooLarge,

    /// <summary>More octets than the limit.</summary>
    TextTooLong,
}
