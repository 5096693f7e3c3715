"""The authoritative servers of the lab's Internet: who serves what, and where."""
import os
import shutil

ROOT = ('44.0.0.1', '2a0e:44::1')
TLDS = ('44.0.0.2', '2a0e:44::2')
ORG = ('44.0.0.3', '2a0e:44::3')
LEAVES = ('44.0.0.11', '2a0e:44::11')
KNOT_LEAVES = ('44.0.0.12', '2a0e:44::12')
LAME = ('44.0.0.13',)
MUTE = ('44.0.0.14',)

# A parent and its child never share a server, for a server answers from the deepest zone it has.
NSD = {
    'root': (ROOT, ['.']),
    'tlds': (TLDS, ['com', 'net', 'arpa']),
    'leaves': (LEAVES, ['leaf.net', 'shop.com', 'cdn.net', 'big.net', 'old.com', 'loop.com', 'lame.com', 'half.com',
                        'fade.net', '0.0.44.in-addr.arpa']),
    'lame': (LAME, []),
}
KNOT = {
    'org': (ORG, ['org']),
    'knot-leaves': (KNOT_LEAVES, ['provider.org', 'new.org', 'long.org', 'six.org', '8-15.0.0.44.in-addr.arpa']),
}

ADDRESSES = [address + ('/128' if ':' in address else '/32')
             for group in (ROOT, TLDS, ORG, LEAVES, KNOT_LEAVES, LAME, MUTE) for address in group]

BIG_TEXTS = 20
MANY_ADDRESSES = 40


def write_zones(folder):
    """Copies the zone files and adds the sets that are too large to keep by hand."""
    source = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'internet')
    for file in sorted(os.listdir(source)):
        shutil.copy(os.path.join(source, file), folder)
    with open(os.path.join(folder, 'big.net.zone'), 'a') as zone:
        for number in range(BIG_TEXTS):
            zone.write('text TXT "%03d %s"\n' % (number, 'x' * 240))
        for number in range(1, MANY_ADDRESSES + 1):
            zone.write('many A 192.0.2.%d\n' % number)


def hints():
    """Root hints as a resolver is given them."""
    lines = ['. 3600000 NS a.root-servers.net.']
    lines += ['a.root-servers.net. 3600000 %s %s' % ('AAAA' if ':' in a else 'A', a) for a in ROOT]
    return '\n'.join(lines) + '\n'


def start(namespace, folder):
    """Starts every server; the folder takes zones, configurations and logs."""
    write_zones(folder)
    for name, (addresses, zones) in NSD.items():
        namespace.start(['nsd', '-d', '-c', _nsd(folder, name, addresses, zones)], os.path.join(folder, name + '.log'))
    for name, (addresses, zones) in KNOT.items():
        namespace.start(['knotd', '-c', _knot(folder, name, addresses, zones)], os.path.join(folder, name + '.log'))
    mute = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'mute.py')
    namespace.start(['/usr/bin/python3', '-B', mute, *MUTE], os.path.join(folder, 'mute.log'))


def _zone_file(folder, zone):
    return os.path.join(folder, ('root' if zone == '.' else zone) + '.zone')


def _nsd(folder, name, addresses, zones):
    lines = ['server:', '  server-count: 1', '  username: ""', '  database: ""', '  zonesdir: "%s"' % folder,
             '  pidfile: "%s/%s.pid"' % (folder, name), '  xfrdfile: "%s/%s.xfrd"' % (folder, name),
             '  zonelistfile: "%s/%s.list"' % (folder, name), '  hide-version: yes', '  log-only-syslog: no']
    lines += ['  ip-address: %s' % address for address in addresses]
    lines += ['remote-control:', '  control-enable: no']
    for zone in zones:
        lines += ['zone:', '  name: "%s"' % zone, '  zonefile: "%s"' % _zone_file(folder, zone)]
    return _write(folder, name + '.nsd.conf', lines)


def _knot(folder, name, addresses, zones):
    state = os.path.join(folder, name)
    os.makedirs(state, exist_ok=True)
    lines = ['server:', '    rundir: "%s"' % state, '    user: root:root', '    udp-workers: 1', '    tcp-workers: 1',
             '    background-workers: 1']
    lines += ['    listen: %s@53' % address for address in addresses]
    lines += ['control:', '    listen: "%s/control.sock"' % state, 'database:', '    storage: "%s"' % state,
              'log:', '  - target: stderr', '    any: warning', 'zone:']
    for zone in zones:
        lines += ['  - domain: "%s."' % zone, '    file: "%s"' % _zone_file(folder, zone), '    journal-content: none',
                  '    zonefile-sync: -1']
    return _write(folder, name + '.knot.conf', lines)


def _write(folder, name, lines):
    path = os.path.join(folder, name)
    with open(path, 'w') as file:
        file.write('\n'.join(lines) + '\n')
    return path
