"""What every client must see. A line is a question; a status; the records, aliases first, final set in any order."""

EDGE_A = ['edge.provider.org. A 192.0.2.90', 'edge.provider.org. A 192.0.2.91']
EDGE_AAAA = ['edge.provider.org. AAAA 2001:db8::90', 'edge.provider.org. AAAA 2001:db8::91']
TO_EDGE = ['www.shop.com. CNAME www.cdn.net.', 'www.cdn.net. CNAME edge.provider.org.']
LONG = ['c%d.long.org. CNAME c%d.long.org.' % (i, i + 1) for i in range(8)]

EXPECTATIONS = [
    ('an address', 'shop.com. A', 'NOERROR', ['shop.com. A 192.0.2.80']),
    ('an IPv6 address', 'shop.com. AAAA', 'NOERROR', ['shop.com. AAAA 2001:db8::80']),
    ('a set of two', 'shop.com. MX', 'NOERROR', ['shop.com. MX 10 mail.shop.com.',
                                                 'shop.com. MX 20 mail.provider.org.']),
    ('aliases over three zones', 'www.shop.com. A', 'NOERROR', TO_EDGE + EDGE_A),
    ('aliases over three zones, IPv6', 'www.shop.com. AAAA', 'NOERROR', TO_EDGE + EDGE_AAAA),
    ('an alias itself', 'www.shop.com. CNAME', 'NOERROR', TO_EDGE[:1]),
    ('eight aliases', 'c0.long.org. A', 'NOERROR', LONG + ['c8.long.org. A 192.0.2.94']),
    ('no such type', 'shop.com. TXT', 'NOERROR', []),
    ('no such name', 'nosuch.shop.com. A', 'NXDOMAIN', []),
    ('no such domain', 'nosuch-domain.com. A', 'NXDOMAIN', []),
    ('no such top-level domain', 'nosuch-tld. A', 'NXDOMAIN', []),
    ('an empty non-terminal', 'ent.shop.com. A', 'NOERROR', []),
    ('an alias to no name', 'to-nothing.shop.com. A', 'NXDOMAIN',
     ['to-nothing.shop.com. CNAME nosuch.provider.org.']),
    ('an alias to no data', 'to-nodata.shop.com. AAAA', 'NOERROR', ['to-nodata.shop.com. CNAME v4only.shop.com.']),
    ('a wildcard', 'any.thing.wild.shop.com. A', 'NOERROR', ['any.thing.wild.shop.com. A 192.0.2.81']),
    ('a name beside the wildcard', 'here.wild.shop.com. A', 'NOERROR', ['here.wild.shop.com. A 192.0.2.82']),
    ('a wildcard alias', 'x.alias.shop.com. A', 'NOERROR', ['x.alias.shop.com. CNAME edge.provider.org.'] + EDGE_A),
    ('a redirected subtree', 'www.old.com. A', 'NOERROR',
     ['old.com. DNAME new.org.', 'www.old.com. CNAME www.new.org.', 'www.new.org. A 192.0.2.93']),
    ('beside the redirection', 'old.com. TXT', 'NOERROR', ['old.com. TXT "the apex is not redirected"']),
    ('a reverse name delegated without class', '10.0.0.44.in-addr.arpa. PTR', 'NOERROR',
     ['10.0.0.44.in-addr.arpa. CNAME 10.8-15.0.0.44.in-addr.arpa.',
      '10.8-15.0.0.44.in-addr.arpa. PTR host.provider.org.']),
    ('a zone whose server has only IPv6', 'www.six.org. A', 'NOERROR', ['www.six.org. A 192.0.2.95']),
    ('one of two servers lame', 'www.lame.com. A', 'NOERROR', ['www.lame.com. A 192.0.2.96']),
    ('one of two servers mute', 'www.half.com. A', 'NOERROR', ['www.half.com. A 192.0.2.96']),
    ('only lame servers', 'www.alllame.com. A', 'SERVFAIL', []),
    ('a server whose name is gone', 'www.gone.com. A', 'SERVFAIL', []),
    ('a service', '_svc._tcp.shop.com. SRV', 'NOERROR', ['_svc._tcp.shop.com. SRV 10 20 443 www.shop.com.']),
    ('a dot inside a label', 'a\\.b.shop.com. A', 'NOERROR', ['a\\.b.shop.com. A 192.0.2.85']),
    ('a zero inside a label', '\\000nul.shop.com. A', 'NOERROR', ['\\000nul.shop.com. A 192.0.2.86']),
    ('a type nobody knows', 'odd.shop.com. TYPE65280', 'NOERROR', ['odd.shop.com. TYPE65280 \\# 4 0A000001']),
]

# Asked with one client only: each takes a resolver seconds.
SLOW = [('only a mute server', 'www.mute.com. A', 'SERVFAIL', [])]

# A loop is SERVFAIL, or the loop itself once round; both end the client's search.
LOOPS = ['a.loop.com. A', 'self.loop.com. A']

# The C library: canonical name and addresses, or the error number.
LOOK_UPS = [
    ('www.shop.com', 'both', 'edge.provider.org 192.0.2.90 192.0.2.91 2001:db8::90 2001:db8::91'),
    ('www.shop.com', 'IPv4', 'edge.provider.org 192.0.2.90 192.0.2.91'),
    ('www.shop.com', 'IPv6', 'edge.provider.org 2001:db8::90 2001:db8::91'),
    ('www.old.com', 'both', 'www.new.org 192.0.2.93 2001:db8::93'),
    ('c0.long.org', 'both', 'c8.long.org 192.0.2.94 2001:db8::94'),
    ('v4only.shop.com', 'both', 'v4only.shop.com 192.0.2.84'),
    ('v4only.shop.com', 'IPv6', '-5'),
    ('nosuch.shop.com', 'both', '-2'),
    ('to-nothing.shop.com', 'both', '-2'),
]

LOOK_BACKS = [('44.0.0.10', 'host.provider.org'), ('44.0.0.11', 'ns.leaf.net'), ('44.0.0.77', '-2')]

# Names whose replies are judged for every stub resolver.
JUDGED = ['shop.com', 'www.shop.com', 'c0.long.org', 'c5.long.org', 'www.old.com', 'x.alias.shop.com',
          'nosuch.shop.com', 'to-nothing.shop.com', 'to-nodata.shop.com', 'many.big.net']
