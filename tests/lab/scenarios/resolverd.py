"""resolverd under the replay runner: the runner's settings written with the daemon's own keys.

The runner's contract is kept beside its scenarios. This file takes the place of its adaptor of the same name; it is
imported there, never here. Keys that this version of the daemon does not have are asked for once and left out: the
scenarios that turn on them fail and are listed, or are named with --lacks."""
import os
import shlex

from . import resolverd_settings
from .base import Adaptor as Base, hints_text, write


class Adaptor(Base):
    name = 'resolverd'
    faketime = False

    def unsupported(self, s):
        return [feature for feature in self.options.get('lacks') or [] if feature in features(s)]

    def configure(self, s, dir_, addr, port, sc):
        state = os.path.join(dir_, 'state')
        os.makedirs(state, exist_ok=True)
        endpoint = ('[%s]:%d' if ':' in addr else '%s:%d') % (addr, port)
        keys = dict(listening(endpoint, state, self.clock_file(dir_)))
        keys.update(recursion(s, write(dir_, 'root.hints', hints_text(s)) if s['root_hints'] else None))
        keys.update(lifetimes(s))
        keys.update(validation(s, write(dir_, 'anchors', '\n'.join(s['trust_anchors']) + '\n')))
        keys.update(policy(s, dir_))
        command = shlex.split(self.options.get('cmd') or 'resolverd')
        path = os.path.join(dir_, 'resolverd.yaml')
        resolverd_settings.write(path, command, keys)
        return command + ['run', '--config', path]


def listening(endpoint, state, clock):
    return {'listen.udp': [endpoint], 'listen.tcp': [endpoint], 'listen.workers': 1, 'state-dir': state,
            'access.allow': ['0.0.0.0/0', '::/0'], 'access.open-resolver': 'i-know-this-is-an-open-resolver',
            'control.enabled': False, 'cache.snapshot.enabled': False, 'cache.size': '16MiB',
            'local-root.enabled': False,
            'testing.enabled': True, 'testing.clock-offset-file': clock}


def recursion(s, hints):
    never = (['127.0.0.0/8', '::1/128'] if s['do_not_query_localhost'] else []) + s['do_not_query']
    return {'recursion.root-hints-file': hints,
            'recursion.ipv4': bool(s['do_ip4']), 'recursion.ipv6': bool(s['do_ip6']),
            'recursion.do-not-query': [network(each) for each in never],
            'recursion.qname-minimisation': 'off' if not s['qmin'] else 'strict' if s['qmin_strict'] else 'relaxed',
            'recursion.case-randomisation': s['case_randomization'],
            'recursion.tcp-only': bool(s['tcp_upstream']),
            'recursion.strict-glue': bool(s['harden_glue']),
            'recursion.fetch-extra-addresses': bool(s['fetch_extra_addresses']),
            'recursion.cookies': False,
            'forward-zones': [redirected(zone) for zone in s['forwards']],
            'stub-zones': [redirected(zone) for zone in s['stubs']]}


def lifetimes(s):
    stale = s['serve_stale'] or {}
    bounds = {'cache.min-ttl': s['min_ttl'], 'cache.max-ttl': s['max_ttl'],
              'cache.min-negative-ttl': s['min_negative_ttl'], 'cache.max-negative-ttl': s['max_negative_ttl']}
    keys = {key: '%ds' % seconds for key, seconds in bounds.items() if seconds is not None}
    keys.update({'cache.nxdomain-cut': 'always' if s['harden_below_nxdomain'] else 'off',
                 'cache.original-ttl': bool(s['original_ttl']),
                 'prefetch.enabled': bool(s['prefetch']),
                 'stale.enabled': bool(s['serve_stale'])})
    if stale:
        keys.update({'stale.max-age': '%ds' % (stale.get('ttl') or 86400),
                     'stale.answer-ttl': '%ds' % stale.get('reply_ttl', 30),
                     'stale.client-timeout': '%dms' % stale.get('client_timeout_ms', 0),
                     'stale.ttl-reset': bool(stale.get('ttl_reset', False))})
    return keys


def validation(s, anchors):
    return {'dnssec.validate': bool(s['validate']), 'dnssec.trust-anchors-file': anchors,
            'dnssec.negative-trust-anchors': s['insecure'],
            'dnssec.aggressive-nsec': 'on' if s['aggressive_nsec'] else 'off',
            'dnssec.rfc5011': False, 'dnssec.anchor-signalling': False, 'dnssec.error-reporting': False,
            'dnssec.root-key-sentinel': bool(s['sentinel'])}


def policy(s, dir_):
    return {'policy.special-use-names': False,
            'policy.private-addresses': [network(each) for each in s['private_addresses']],
            'policy.private-domains': s['private_domains'],
            'policy.dns64-prefix': s['dns64_prefix'],
            'policy.static-hosts': [{'name': name, 'addresses': [address]} for name, address in s['static_hosts']],
            'answers.extended-errors': bool(s['ede']), 'answers.cookies': False,
            'answers.minimal-responses': s['minimal_responses'] is not False,
            'answers.allow-nonrecursive': bool(s['allow_nonrecursive']),
            'local-zones': [local_zone(dir_, i, zone, s) for i, zone in enumerate(s['local_zones'])]}


def redirected(zone):
    return {'zone': zone['zone'], 'addresses': zone['addrs'], 'first': bool(zone['first'])}


def local_zone(dir_, number, zone, s):
    use = 'off' if not zone['zonemd'] else 'permissive' if s['zonemd_permissive'] else 'check'
    return {'name': zone['name'], 'primaries': zone['primaries'], 'zonemd': use,
            'file': write(dir_, 'zone%d' % number, zone['file']) if zone['file'] is not None else None,
            'zonemd-required': bool(zone['reject_absence']), 'answer-clients': bool(zone['downstream']),
            'use-for-resolution': bool(zone['upstream']), 'fall-back': bool(zone['fallback'])}


def network(text):
    return text if '/' in text else text + ('/128' if ':' in text else '/32')


def features(s):
    """The names by which --lacks speaks of what a scenario needs."""
    by_setting = {'serve_stale': 'serve-stale', 'prefetch': 'prefetch', 'dns64_prefix': 'dns64',
                  'forwards': 'forward-zones', 'stubs': 'stub-zones', 'local_zones': 'local-zones',
                  'private_addresses': 'private-addresses', 'tcp_upstream': 'tcp-upstream',
                  'original_ttl': 'original-ttl', 'static_hosts': 'static-hosts', 'min_ttl': 'minimum-ttl',
                  'max_ttl': 'maximum-ttl', 'max_negative_ttl': 'maximum-negative-ttl',
                  'min_negative_ttl': 'minimum-negative-ttl', 'insecure': 'negative-trust-anchors',
                  'do_not_query': 'do-not-query'}
    found = {name for setting, name in by_setting.items() if s[setting]}
    if any(zone['zonemd'] for zone in s['local_zones']):
        found.add('zonemd')
    if any(zone['primaries'] for zone in s['local_zones']):
        found.add('zone-transfer-in')
    if any(zone['first'] for zone in s['stubs'] + s['forwards']):
        found.add('forward-first')
    if s['serve_stale'] and s['serve_stale']['ttl_reset']:
        found.add('stale-ttl-reset')
    return found
