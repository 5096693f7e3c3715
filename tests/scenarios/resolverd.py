"""The replay runner's settings in the daemon's own keys (the contract is CONTRACT.md beside the runner).

`run` puts this file in place of the runner's adaptors/resolverd.py. LACKS names what the daemon does not have yet:
scenarios that need it are left out and listed by the runner as inexpressible."""
import json
import os
import shlex
from .base import Adaptor as Base, hints_text, write

LACKS = {'dns64', 'zonemd', 'zone-transfer-in', 'local-zones', 'private-addresses', 'prefetch', 'stale-ttl-reset',
         'minimum-negative-ttl'}


class Adaptor(Base):
    name = 'resolverd'
    faketime = False                 # it reads the clock file itself

    def unsupported(self, s):
        lacks = LACKS | set(self.options.get('lacks') or [])
        return [f for f in sorted(lacks) if f in features(s)]

    def configure(self, s, dir_, addr, port, sc):
        state = os.path.join(dir_, 'state')
        os.makedirs(state, exist_ok=True)
        address = '%s:%d' % ('[%s]' % addr if ':' in addr else addr, port)
        stale = s['serve_stale'] or {}
        settings = {
            'listen': {'udp': [address], 'tcp': [address], 'workers': 1},
            'access': {'allow': ['0.0.0.0/0', '::/0'], 'open-resolver': 'i-know-this-is-an-open-resolver'},
            'state-dir': state,
            'testing': {'enabled': True, 'clock-offset-file': self.clock_file(dir_)},
            'cache': {'size': '64MiB', 'nxdomain-cut': 'always' if s['harden_below_nxdomain'] else 'off',
                      'original-ttl': bool(s['original_ttl'])},
            'recursion': {
                'ipv4': bool(s['do_ip4']),
                'ipv6': bool(s['do_ip6']),
                'qname-minimisation': 'off' if not s['qmin'] else 'strict' if s['qmin_strict'] else 'relaxed',
                'case-randomisation': bool(s['case_randomization']),
                'do-not-query': (['127.0.0.0/8', '::1/128'] if s['do_not_query_localhost'] else [])
                + s['do_not_query'],
                'tcp-only': bool(s['tcp_upstream']),
                'strict-glue': bool(s['harden_glue']),
                'fetch-extra-addresses': bool(s['fetch_extra_addresses']),
            },
            'forward-zones': [zone(z) for z in s['forwards']],
            'stub-zones': [zone(z) for z in s['stubs']],
            'stale': {'enabled': bool(s['serve_stale'])},
            'dnssec': {
                'validate': bool(s['validate']),
                'trust-anchors-file': write(dir_, 'anchors', '\n'.join(s['trust_anchors']) + '\n'),
                'negative-trust-anchors': s['insecure'],
                'sha1': 'accept',
            },
            'policy': {'special-use-names': False, 'static-hosts': hosts(s['static_hosts'])},
            'answers': {'extended-errors': bool(s['ede']), 'allow-nonrecursive': bool(s['allow_nonrecursive'])},
        }
        if s['root_hints']:
            settings['recursion']['root-hints-file'] = write(dir_, 'root.hints', hints_text(s))
        if s['serve_stale']:
            settings['stale'] |= {
                'max-age': seconds(min(stale.get('ttl') or 86400, 3 * 86400)),
                'answer-ttl': seconds(stale.get('reply_ttl', 30)),
                'client-timeout': '%dms' % stale.get('client_timeout_ms', 0),
            }
        for key, name in (('min_ttl', 'min-ttl'), ('max_ttl', 'max-ttl'), ('max_negative_ttl', 'max-negative-ttl')):
            if s[key] is not None:
                settings['cache'][name] = seconds(s[key])
        path = write(dir_, 'resolverd.json', json.dumps(settings, indent=1) + '\n')
        return shlex.split(self.options.get('cmd') or 'resolverd') + ['--config', path]


def seconds(value):
    return '%ds' % value


def zone(z):
    return {'zone': z['zone'], 'addresses': [endpoint(a) for a in z['addrs']], 'first': bool(z['first'])}


def endpoint(address):
    """The runner writes ADDRESS, ADDRESS@PORT or ADDRESS:PORT."""
    host, _, port = address.partition('@')
    if ':' in host and not host.startswith('[') and host.count(':') > 1:
        host = '[%s]' % host
    elif host.count(':') == 1 and not port:
        host, _, port = host.partition(':')
    return '%s:%s' % (host, port or 53)


def hosts(static):
    names = {}
    for name, address in static:
        names.setdefault(name, []).append(address)
    return [{'name': name, 'addresses': addresses} for name, addresses in names.items()]


def features(s):
    has = {name for key, name in (
        ('serve_stale', 'serve-stale'), ('prefetch', 'prefetch'), ('dns64_prefix', 'dns64'),
        ('forwards', 'forward-zones'), ('stubs', 'stub-zones'), ('local_zones', 'local-zones'),
        ('private_addresses', 'private-addresses'), ('tcp_upstream', 'tcp-upstream'),
        ('original_ttl', 'original-ttl'), ('static_hosts', 'static-hosts'), ('min_ttl', 'minimum-ttl'),
        ('max_ttl', 'maximum-ttl'), ('max_negative_ttl', 'maximum-negative-ttl'),
        ('min_negative_ttl', 'minimum-negative-ttl'), ('insecure', 'negative-trust-anchors'),
        ('do_not_query', 'do-not-query')) if s[key]}
    if any(z['zonemd'] for z in s['local_zones']):
        has.add('zonemd')
    if any(z['primaries'] for z in s['local_zones']):
        has.add('zone-transfer-in')
    if any(z['first'] for z in s['stubs'] + s['forwards']):
        has.add('forward-first')
    if s['serve_stale'] and s['serve_stale']['ttl_reset']:
        has.add('stale-ttl-reset')
    return has
