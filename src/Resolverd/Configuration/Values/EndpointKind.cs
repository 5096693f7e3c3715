using System.Text.Json.Nodes;
using Resolver.Ports;

namespace Resolverd.Configuration.Values;

/// <summary>An address with a port; a missing port is the one given here.</summary>
internal sealed class EndpointKind(int assumedPort) : ScalarKind<ServerAddress>
{
    /// <inheritdoc/>
    public override string TypeName => "address:port";

    /// <inheritdoc/>
    public override string Allowed =>
        $"an IP address with or without a port, such as 192.0.2.1:5353 or [2001:db8::1]:5353 (without: {assumedPort})";

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "string" };

    /// <inheritdoc/>
    protected override bool TryParse(string text, out ServerAddress value, out string? hint) =>
        Addresses.TryParseEndpoint(text, assumedPort, out value, out hint);

    /// <inheritdoc/>
    protected override string Format(ServerAddress value) => value.ToString();
}
