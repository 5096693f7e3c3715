"""Builds the lab's Internet, starts a resolver in it, has real clients ask and compares. See README.md."""
import argparse
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time

import authorities
import clients
import expectations
import netns
import resolvers

HERE = os.path.dirname(os.path.abspath(__file__))
UDP_CLIENTS = ['dig', 'kdig', 'drill']
OTHER_WAYS = ['dig +tcp', 'dig +noedns', 'kdig +tcp', 'kdig ::1', 'drill -t']
READY_WITHIN = 15
ENDS_WITHIN = 5
RESOLV_CONF = 'nameserver 127.0.0.1\noptions timeout:14 attempts:1\n'


class Lab:
    """The namespace with everything in it, and the count of checks."""

    def __init__(self, namespace, folder, options):
        self.namespace = namespace
        self.folder = folder
        self.options = options
        self.passed = self.failed = 0
        self.has_tcp = True
        self.log = os.path.join(folder, 'resolver.log')
        self.queries = os.path.join(folder, 'queries.txt')

    def check(self, name, expected, found, detail=''):
        """Counts a comparison and tells of it in one line."""
        good = expected == found
        self.passed += good
        self.failed += not good
        print('%-6s %s' % ('ok' if good else 'FAILED', name), flush=True)
        if not good:
            print('    expected %s\n    found    %s' % (expected, found))
            if detail:
                print('    ' + detail.replace('\n', '\n    '))

    def sent(self, since=0):
        """The queries that have gone out to servers."""
        # The sniffer writes line by line; what was sent before an answer came is in the file soon after it.
        time.sleep(0.2)
        with open(self.queries) as file:
            return [line.strip() for line in file if not line.startswith('#')][since:]

    def start(self):
        """Starts servers, sniffer and resolver and waits until they answer."""
        authorities.start(self.namespace, self.folder)
        self.namespace.start(['/usr/bin/python3', '-B', os.path.join(HERE, 'sniffer.py'), self.queries],
                             os.path.join(self.folder, 'sniffer.log'))
        for group in list(authorities.NSD.values()) + list(authorities.KNOT.values()):
            self.wait_for(group[0][0], '. SOA')
        command, left_out = resolvers.KNOWN[self.options.resolver](self.folder, self.options.cmd)
        self.has_tcp = 'listen.tcp' not in left_out
        for setting in left_out:
            print('left out: %s, which this version does not have' % setting)
        self.resolver = self.namespace.start(command, self.log)
        self.wait_for('127.0.0.1', 'id.server. TXT', '-c', 'CH')

    def wait_for(self, address, question, *options):
        """Waits until a server gives any reply at all."""
        end = time.monotonic() + READY_WITHIN
        while time.monotonic() < end:
            done = self.namespace.run(['dig', '@' + address, '+tries=1', '+time=1', *question.split(), *options],
                                      capture_output=True, text=True)
            if 'status:' in done.stdout:
                return
            time.sleep(0.1)
        raise TimeoutError('%s does not answer within %d s' % (address, READY_WITHIN))

    def stop_resolver(self):
        """SIGTERM, and how long it took."""
        begun = time.monotonic()
        code = self.namespace.stop(self.resolver, ENDS_WITHIN)
        return code, time.monotonic() - begun


def ordered(records):
    """Aliases stay in order; the set at the end has none."""
    if not records:
        return []
    last = records[-1].split(' ')[:2]
    tail = [record for record in records if record.split(' ')[:2] == last]
    return [record for record in records if record not in tail] + sorted(tail)


def spelled(record):
    """Hexadecimal is written in capitals by some clients."""
    head, mark, hexadecimal = record.partition('\\# ')
    return head + mark + hexadecimal.upper()


def ask(lab, client, title, question, status, records):
    answer = clients.ask(lab.namespace, client, question)
    lab.check('%s: %s (%s)' % (client, title, question), (status, ordered(records)),
              (answer.status, ordered([spelled(record) for record in answer.records])))


def check_answers(lab):
    for title, question, status, records in expectations.EXPECTATIONS:
        for client in UDP_CLIENTS:
            ask(lab, client, title, question, status, records)
    for client in OTHER_WAYS:
        if client in clients.OVER_TCP and not lab.has_tcp:
            continue
        for title, question, status, records in expectations.EXPECTATIONS[:9]:
            ask(lab, client, title, question, status, records)


def check_large(lab):
    if not lab.has_tcp:
        return
    # drill is content with what came over UDP: it is told to use TCP.
    for client in ['dig', 'kdig', 'drill -t', 'kdig +tcp']:
        answer = clients.ask(lab.namespace, client, 'text.big.net. TXT')
        lab.check(client + ': more than 4 kB of TXT', ('NOERROR', authorities.BIG_TEXTS),
                  (answer.status, len(set(answer.records))))
    for client in ['dig', 'kdig', 'drill -t', 'dig +noedns']:
        answer = clients.ask(lab.namespace, client, 'many.big.net. A')
        lab.check(client + ': forty addresses', ('NOERROR', authorities.MANY_ADDRESSES),
                  (answer.status, len(set(answer.records))))


def check_failures(lab):
    if lab.options.resolver == 'resolverd':
        for title, question, status, records in expectations.SLOW:
            ask(lab, 'dig', title, question, status, records)
    for question in expectations.LOOPS:
        answer = clients.ask(lab.namespace, 'dig', question)
        lab.check('dig: a loop ends (%s)' % question, True, answer.status in ('SERVFAIL', 'NOERROR'), answer.text)


def check_library(lab):
    for name, family, expected in expectations.LOOK_UPS:
        lab.check('getaddrinfo %s: %s' % (family, name), expected, clients.getaddrinfo(lab.namespace, name, family))
    for address, expected in expectations.LOOK_BACKS:
        lab.check('getnameinfo: ' + address, expected, clients.getnameinfo(lab.namespace, address))


def check_cache(lab):
    before = len(lab.sent())
    first = clients.ask(lab.namespace, 'dig', 'www.shop.com. A')
    time.sleep(1.1)
    second = clients.ask(lab.namespace, 'dig', 'www.shop.com. A')
    lab.check('cache: a warm name asks nobody', [],
              [query for query in lab.sent(before) if query.split(' ')[1] in ('www.shop.com.', 'www.cdn.net.')])
    lab.check('cache: lifetimes run down', True, len(first.ttls) == len(second.ttls) and all(
        late < early for late, early in zip(second.ttls, first.ttls)), '%s then %s' % (first.ttls, second.ttls))


def check_fading(lab):
    """The middle link of a chain runs out: only it is asked for, and the chain keeps its order."""
    question, middle = 'www.fade.net. A', 2
    clients.ask(lab.namespace, 'dig', question)
    time.sleep(middle + 1)
    before = len(lab.sent())
    answer = clients.ask(lab.namespace, 'dig', question)
    sent = lab.sent(before)
    lab.check('fading: the chain keeps its order',
              ['www.fade.net. CNAME mid.fade.net.', 'mid.fade.net. CNAME faded.new.org.',
               'faded.new.org. A 192.0.2.97'], answer.records)
    if lab.options.resolver == 'resolverd':
        # A tenth of all questions may be copies that measure a neglected server: the question stays one.
        lab.check('fading: one question goes out, for the link that ran out', {'A mid.fade.net.'}, set(sent), str(sent))
        lab.check('fading: at most one copy of it', True, len(sent) <= 2, str(sent))
        lab.check('fading: the other links keep their own lifetimes', True,
                  answer.ttls[0] < 299 and answer.ttls[2] < 300, str(answer.ttls))


def check_layout(lab):
    """Every reply is one that every modelled stub resolver reads."""
    if not lab.options.stubcheck or not lab.has_tcp:
        print('left out: stub resolvers (--stubcheck names the tool; the resolver must have TCP)')
        return
    judged = expectations.JUDGED
    command = shlex.split(lab.options.stubcheck) + ['127.0.0.1', *judged, '--patience', '12000']
    done = lab.namespace.run(command, capture_output=True, text=True)
    lab.check('stubcheck: %d names in every way' % len(judged), 0, done.returncode, done.stdout + done.stderr)


def check_end(lab):
    code, seconds = lab.stop_resolver()
    lab.check('SIGTERM: gone within 2 s', True, seconds < 2, '%.1f s' % seconds)
    lab.check('SIGTERM: exit code', 0, code)


CHECKS = {'answers': check_answers, 'large': check_large, 'failures': check_failures, 'library': check_library,
          'cache': check_cache, 'fading': check_fading, 'layout': check_layout, 'end': check_end}


def options():
    parser = argparse.ArgumentParser(description='The end-to-end lab of resolverd.')
    parser.add_argument('--resolver', choices=sorted(resolvers.KNOWN), default='resolverd')
    parser.add_argument('--cmd', default='resolverd', help='the command that starts resolverd, up to its verb')
    parser.add_argument('--stubcheck', help='the command that starts resolverd-stubcheck')
    parser.add_argument('--only', choices=sorted(CHECKS), action='append', help='these checks alone')
    parser.add_argument('--keep', action='store_true', help='keep configurations, logs and zones')
    return parser.parse_args()


def main():
    chosen = options()
    folder = tempfile.mkdtemp(prefix='resolverd-lab.')
    name = 'lab-%d' % os.getpid()
    lab = None
    try:
        with netns.Namespace(name, authorities.ADDRESSES, RESOLV_CONF) as ns:
            lab = Lab(ns, folder, chosen)
            lab.start()
            for check in chosen.only or CHECKS:
                CHECKS[check](lab)
    except (TimeoutError, subprocess.CalledProcessError) as failure:
        print('FAILED the lab: %s' % failure)
        lab = lab or Lab(None, folder, chosen)
        lab.failed += 1
    if lab.failed:
        show_log(lab.log)
    if chosen.keep:
        print('kept in ' + folder)
    else:
        shutil.rmtree(folder, ignore_errors=True)
    print('%d passed, %d failed' % (lab.passed, lab.failed))
    return 1 if lab.failed else 0


def show_log(path, lines=30):
    if os.path.exists(path):
        with open(path, errors='replace') as file:
            print('--- the end of the resolver\'s log\n' + ''.join(file.readlines()[-lines:]) + '---')


if __name__ == '__main__':
    sys.exit(main())
