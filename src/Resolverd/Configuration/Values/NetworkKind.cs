using System.Text.Json.Nodes;
using Resolver.Ports;

namespace Resolverd.Configuration.Values;

/// <summary>A network in prefix notation.</summary>
internal sealed class NetworkKind : ScalarKind<HostNetwork>
{
    /// <inheritdoc/>
    public override string TypeName => "network";

    /// <inheritdoc/>
    public override string Allowed => "a network such as 192.0.2.0/24 or 2001:db8::/32, or one address";

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "string" };

    /// <inheritdoc/>
    protected override bool TryParse(string text, out HostNetwork value, out string? hint) =>
        Addresses.TryParseNetwork(text, out value, out hint);

    /// <inheritdoc/>
    protected override string Format(HostNetwork value) => value.ToString();
}
