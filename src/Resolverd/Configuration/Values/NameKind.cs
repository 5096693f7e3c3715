using System.Text.Json.Nodes;
using Dns;

namespace Resolverd.Configuration.Values;

/// <summary>A domain name in presentation format, with or without the last dot.</summary>
internal sealed class NameKind : ScalarKind<DomainName>
{
    /// <inheritdoc/>
    public override string TypeName => "domain name";

    /// <inheritdoc/>
    public override string Allowed => "a domain name such as example.com";

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "string", ["minLength"] = 1 };

    /// <inheritdoc/>
    protected override bool TryParse(string text, out DomainName value, out string? hint)
    {
        hint = text.Any(letter => letter > '~')
            ? "write an internationalised name in its xn-- form"
            : text.Contains("..", StringComparison.Ordinal) ? "it has an empty label" : null;
        var isName = DomainName.TryParse(text, out var name);
        value = name ?? DomainName.Root;
        return isName;
    }

    /// <inheritdoc/>
    protected override string Format(DomainName value) => value.ToString();
}
