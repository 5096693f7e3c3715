using Dns;
using Dnssec;
using Dnssec.Signatures;
using Resolver.Answers;

namespace Resolver.Validation;

/// <summary>Says a <see cref="ValidationReason"/> to a client: a code and a few words about what and where.</summary>
internal static class Reasons
{
    /// <summary>The error for a set whose signatures do not hold.</summary>
    public static ExtendedError? For(in RRset set, SignatureResult signature)
    {
        var key = signature.KeyTag == 0 ? "" : $" (key {signature.KeyTag})";
        return For(signature.Reason, $"{Words(signature.Reason)}: {set.OwnerName} {set.Type}{key}");
    }

    /// <summary>The error for what is said about a name.</summary>
    public static ExtendedError? For(ValidationReason reason, DomainName name) =>
        For(reason, $"{Words(reason)}: {name}");

    private static ExtendedError? For(ValidationReason reason, string text) =>
        ExtendedErrors.For(reason) is { } code ? new ExtendedError(code, text) : null;

    // The names of the reasons are words already: "SignatureExpired" reads "signature expired".
    private static string Words(ValidationReason reason)
    {
        var name = reason.ToString();
        var words = new System.Text.StringBuilder(name.Length + 8);
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && words.Length > 0)
                words.Append(' ');
            words.Append(char.ToLowerInvariant(letter));
        }
        return words.ToString();
    }
}
