using Dns.Edns;
using Resolver.Ports;

namespace Resolver.Recursion.Servers;

/// <summary>
/// The cookies exchanged with one server (RFC 7873): ours, which it must repeat, and its own, which we send back.
/// Whoever knows neither cannot forge an answer.
/// </summary>
internal sealed class CookieJar
{
    private readonly byte[] _client = new byte[CookieOption.ClientLength];
    private byte[] _server = [];
    private bool _isDrawn;

    /// <summary>True once the server has given a cookie: an answer without one is not the server's.</summary>
    public bool IsSettled => _server.Length > 0;

    /// <summary>Our cookie for this server, drawn when it is first wanted.</summary>
    public ReadOnlyMemory<byte> ClientCookie(Entropy entropy)
    {
        if (!_isDrawn)
            entropy.FillPublic(_client);
        _isDrawn = true;
        return _client;
    }

    /// <summary>Writes the COOKIE option; returns its length.</summary>
    public int Write(Span<byte> options, Entropy entropy)
    {
        var writer = new EdnsOptionWriter(options);
        Invariant.Require(writer.TryWriteCookie(ClientCookie(entropy).Span, _server));
        return writer.Length;
    }

    /// <summary>Takes the server's cookie out of the options of an answer that has been matched.</summary>
    public void Learn(ReadOnlySpan<byte> optRdata, Transport transport)
    {
        if (EdnsOptions.TryParse(optRdata, out var options)
            && options.TryFind(EdnsOptionCode.Cookie, out var content)
            && CookieOption.TryParse(content, out var cookie)
            && !cookie.Server.IsEmpty)
            _server = cookie.Server.ToArray();
        else if (transport == Transport.Tcp)
            // Nobody forges over a stream: the server has given up cookies.
            _server = [];
    }
}
