using Dns;
using Dns.Text;

namespace Resolverd.Control;

/// <summary>
/// The arguments of a control call. None has a default that stands for everything: what is missing or empty is an
/// error.
/// </summary>
internal sealed class ControlArguments
{
    private readonly IReadOnlyDictionary<string, string> _values;

    /// <summary>Takes the arguments of a call to a verb.</summary>
    /// <exception cref="ControlException">One of them is not the verb's.</exception>
    public ControlArguments(ControlVerb verb, IReadOnlyDictionary<string, string> values)
    {
        foreach (var name in values.Keys)
        {
            if (!verb.Arguments.Contains(name))
            {
                var known = verb.Arguments.Count == 0 ? "none" : string.Join(", ", verb.Arguments);
                throw Wrong($"{verb.Name} has no argument '{name}' (it takes: {known})");
            }
        }
        _values = values;
    }

    /// <summary>The text of an argument that must be there and not be empty.</summary>
    public string Text(string name) => _values.TryGetValue(name, out var value) && value.Length > 0
        ? value
        : throw Wrong($"argument '{name}' is missing or empty");

    /// <summary>The text of an argument that may be left out; null then.</summary>
    public string? OptionalText(string name) => _values.ContainsKey(name) ? Text(name) : null;

    /// <summary>A domain name.</summary>
    public DomainName DomainName(string name) => Dns.DomainName.TryParse(Text(name), out var value)
        ? value
        : throw Wrong($"argument '{name}': '{Text(name)}' is not a domain name");

    /// <summary>A record type by mnemonic or as TYPEn.</summary>
    public RecordType RecordType(string name) => RecordTypeText.TryRead(Text(name), out var value)
        ? value
        : throw Wrong($"argument '{name}': '{Text(name)}' is not a record type");

    private static ControlException Wrong(string message) => new(ControlException.BadArgument, message);
}
