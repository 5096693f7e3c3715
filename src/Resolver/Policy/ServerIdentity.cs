using System.Text;
using Dns;
using Dnssec;
using Resolver.Answers;
using Resolver.Cache;

namespace Resolver.Policy;

/// <summary>
/// What the server tells about itself under the Chaosnet names of RFC 4892: nothing, unless the operator set it.
/// </summary>
public sealed class ServerIdentity
{
    private static readonly DomainName[] VersionNames =
        [DomainName.Parse("version.server."), DomainName.Parse("version.bind.")];

    private static readonly DomainName[] IdNames =
        [DomainName.Parse("id.server."), DomainName.Parse("hostname.bind.")];

    private readonly Outcome? _version;
    private readonly Outcome? _id;

    /// <summary>Tells the given texts of at most 255 octets; null or empty for those it keeps to itself.</summary>
    public ServerIdentity(string? version, string? id)
    {
        _version = Text(version);
        _id = Text(id);
    }

    /// <summary>Tells nothing.</summary>
    public static ServerIdentity Hidden { get; } = new(null, null);

    /// <summary>The answer to a question in class CH, or null if it is refused.</summary>
    public Outcome? Find(ReadOnlySpan<byte> name, RecordType type)
    {
        if (type is not (RecordType.Txt or RecordType.Any))
            return null;
        return Matches(VersionNames, name) ? _version : Matches(IdNames, name) ? _id : null;
    }

    private static bool Matches(DomainName[] names, ReadOnlySpan<byte> name)
    {
        foreach (var candidate in names)
        {
            if (WireName.Equals(candidate.Wire, name))
                return true;
        }
        return false;
    }

    private static Outcome? Text(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        var octets = Encoding.UTF8.GetBytes(text);
        var rdata = new byte[octets.Length + 1];
        rdata[0] = checked((byte)octets.Length);
        octets.CopyTo(rdata, 1);
        var set = new RRsetBuilder(IdNames[0], RecordType.Txt, RecordClass.Chaos).Add(rdata, Ttl.Zero).Build();
        return Outcome.Of(new CachedRRset
        {
            Set = set,
            Remaining = Ttl.Zero,
            Security = SecurityStatus.Insecure,
            Credibility = Credibility.Local,
        });
    }
}
