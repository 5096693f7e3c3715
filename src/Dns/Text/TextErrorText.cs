namespace Dns.Text;

/// <summary>What a person reads about a <see cref="TextError"/>.</summary>
public static class TextErrorText
{
    /// <summary>The fault in words, without a full stop.</summary>
    public static string Of(TextError error) => error switch
    {
        TextError.None => "no error",
        TextError.FieldMissing => "a field is missing at the end of the record",
        TextError.FieldSurplus => "something stands behind the last field",
        TextError.QuotesMisplaced => "quotes do not belong here",
        TextError.QuotesOpen => "a quoted string does not end on its line",
        TextError.ParenthesisUnbalanced => "a parenthesis has no partner",
        TextError.EscapeMalformed => "a backslash needs one character or three digits up to 255 behind it",
        TextError.NumberInvalid => "not a number, or out of range",
        TextError.TtlInvalid => "not a lifetime from 0 to 2147483647 seconds",
        TextError.TimeInvalid => "not a time as YYYYMMDDHHmmSS from 1970 to 2106",
        TextError.NameInvalid => "not a domain name",
        TextError.IPv4Invalid => "not an IPv4 address",
        TextError.IPv6Invalid => "not an IPv6 address",
        TextError.HexInvalid => "not hexadecimal, or not of the right length",
        TextError.Base64Invalid => "not base 64",
        TextError.Base32Invalid => "not base 32 (hex alphabet, no padding)",
        TextError.StringTooLong => "a string of more than 255 octets",
        TextError.ValueInvalid => "not a value of this field",
        TextError.ServiceParameterInvalid => "a service parameter is malformed, repeated, or mandatory and missing",
        TextError.RdataTooLong => "the record's data is longer than 65535 octets",
        _ => OfZone(error),
    };

    private static string OfZone(TextError error) => error switch
    {
        TextError.RdataMalformed => "data in generic form does not fit its length or its type",
        TextError.GenericFormNeeded => @"this type can only be written in generic form (\# LENGTH HEX)",
        TextError.TypeUnknown => "neither a lifetime, nor a class, nor a type",
        TextError.TypeNotStorable => "this type has no place in a zone",
        TextError.ClassNotAllowed => "this class has no place in this zone",
        TextError.TtlMissing => "no lifetime here and none to take over",
        TextError.OwnerMissing => "the first record has no owner",
        TextError.DirectiveUnknown => "unknown directive",
        TextError.IncludeRefused => "$INCLUDE is not allowed here",
        TextError.IncludeFailed => "cannot open what $INCLUDE names",
        TextError.IncludeTooDeep => "too many $INCLUDE inside one another",
        TextError.EntryTooLong => "an entry longer than the limit",
        TextError.RecordsTooMany => "more records than the limit",
        TextError.SetTooLarge => "more records at one owner and of one type than the limit",
        TextError.TextTooLong => "more octets than the limit",
        _ => "unknown error",
    };
}
