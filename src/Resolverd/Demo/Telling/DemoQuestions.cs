using System.Collections.Immutable;
using Dns;
using Dns.Edns;

namespace Resolverd.Demo.Telling;

/// <summary>The questions that the demo proposes. A test asks every one of them.</summary>
internal static class DemoQuestions
{
    /// <summary>All of them, the simple ones first.</summary>
    public static ImmutableArray<DemoQuestion> All { get; } =
    [
        new("shop.example", RecordType.A, "from the root to the zone's server by two referrals")
        {
            Answer = ["shop.example. A 192.0.2.10", "shop.example. A 192.0.2.11"],
        },
        new("www.shop.example", RecordType.A, "an alias chain of four links through five zones, in order")
        {
            Answer =
            [
                "www.shop.example. CNAME shop.edge.demo.",
                "shop.edge.demo. CNAME eu.pool.lab.",
                "eu.pool.lab. CNAME node7.hosting.example.",
                "node7.hosting.example. CNAME box.rack.demo.",
                "box.rack.demo. A 192.0.2.80",
            ],
        },
        new("www.shop.example", RecordType.Aaaa, "the same chain out of the cache; only its end is asked for")
        {
            Answer =
            [
                "www.shop.example. CNAME shop.edge.demo.",
                "shop.edge.demo. CNAME eu.pool.lab.",
                "eu.pool.lab. CNAME node7.hosting.example.",
                "node7.hosting.example. CNAME box.rack.demo.",
                "box.rack.demo. AAAA 2001:db8::80",
            ],
        },
        new("any.name.wild.example", RecordType.A, "a wildcard: the name is the one asked for")
        {
            Answer = ["any.name.wild.example. A 192.0.2.42"],
        },
        new("any.alias.wild.example", RecordType.A, "a wildcard that is an alias, into another zone")
        {
            Answer = ["any.alias.wild.example. CNAME www.home.demo.", "www.home.demo. A 192.0.2.90"],
        },
        new("www.moved.lab", RecordType.A, "a whole zone that has moved: DNAME, the CNAME it stands for, the address")
        {
            Answer =
            [
                "moved.lab. DNAME home.demo.",
                "www.moved.lab. CNAME www.home.demo.",
                "www.home.demo. A 192.0.2.90",
            ],
        },
        new("www.home.demo", RecordType.Aaaa, "the name is there and has no such record"),
        new("nothing.home.demo", RecordType.A, "there is no such name") { Code = ResponseCode.NxDomain },
        new("gone.shop.example", RecordType.A, "an alias to a name that is not there: the code is that of its end")
        {
            Code = ResponseCode.NxDomain,
            Answer = ["gone.shop.example. CNAME nowhere.edge.demo."],
        },
        new("big.lab", RecordType.Txt, "5 kB of text: TC over UDP, and dig comes again over TCP, as the resolver did")
        {
            IsLarge = true,
            Answer = ["big.lab. TXT, 20 records"],
        },
        new("shop.example", RecordType.Mx, "over TCP from the start")
        {
            Options = " +tcp",
            Answer = ["shop.example. MX 10 mail.shop.example."],
        },
        new("www.glueless.lab", RecordType.A, "the address of the zone's server has to be looked up first")
        {
            Answer = ["www.glueless.lab. A 192.0.2.70"],
        },
        new("www.slow.lab", RecordType.A, "a slow server: a quarter of a second, and nothing when asked again")
        {
            Answer = ["www.slow.lab. A 192.0.2.60"],
        },
        new("www.half.example", RecordType.A, "one of two servers is lame; the other one answers")
        {
            Answer = ["www.half.example. A 192.0.2.50"],
        },
        new("www.dead.example", RecordType.A, "the only server is lame")
        {
            Code = ResponseCode.ServFail,
            Error = ExtendedErrorCode.NoReachableAuthority,
        },
        new("a.loop.demo", RecordType.A, "aliases in a circle")
        {
            Code = ResponseCode.ServFail,
            Error = ExtendedErrorCode.Other,
        },
    ];
}
