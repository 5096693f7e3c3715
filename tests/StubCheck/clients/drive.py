"""Runs every client on every name and prints a report: drive.py WORK SERVER[:PORT] NAME... (see run)."""
import ipaddress
import json
import os
import re
import shutil
import subprocess
import sys

import dns.flags
import dns.message
import dns.query
import dns.rdatatype

import relay

PATIENCE = 20
RELAY = '127.0.0.153'
# Debian 12's musl is 1.2.3.
WITHOUT_TCP = ('musl getaddrinfo', 'musl getaddrinfo, both')
FAMILIES = {'A': '4', 'AAAA': '6'}

NODE = '''
const dns = require("dns");
dns.setServers([process.argv[1]]);
dns.resolve(process.argv[2], process.argv[3], (error, found) => console.log(error ? "none " + error.code
    : found.join("\\n")));
'''
NODE_LOOKUP = '''
require("dns").lookup(process.argv[1], { all: true, family: Number(process.argv[2]) }, (error, found) =>
    console.log(error ? "none " + error.code : found.map(each => each.address).join("\\n")));
'''
PYTHON = '''
import socket, sys
try:
    for each in socket.getaddrinfo(sys.argv[1], None, {"4": socket.AF_INET, "6": socket.AF_INET6}[sys.argv[2]]):
        print(each[4][0])
except socket.gaierror as failure:
    print("none", failure.args[0])
'''


def clients(work, address):
    """Every client that is here: its name and the command for a name and a type."""
    short = ['@' + address, '+short', '+tries=1', '+time=%d' % PATIENCE]
    kshort = ['@' + address, '+short', '+retry=0', '+time=%d' % PATIENCE]
    known = {
        'glibc getaddrinfo': ([work + '/glibc'], lambda name, kind: [name, FAMILIES[kind]]),
        'glibc getaddrinfo, both': ([work + '/glibc'], lambda name, kind: [name, '*']),
        'musl getaddrinfo': ([work + '/musl'], lambda name, kind: [name, FAMILIES[kind]]),
        'musl getaddrinfo, both': ([work + '/musl'], lambda name, kind: [name, '*']),
        'c-ares getaddrinfo': ([work + '/c-ares'], lambda name, kind: [name, FAMILIES[kind]]),
        'getent ahosts': (['getent'], lambda name, kind: ['ahostsv' + FAMILIES[kind], name]),
        'python getaddrinfo': (['/usr/bin/python3', '-c', PYTHON], lambda name, kind: [name, FAMILIES[kind]]),
        'node dns.resolve': (['node', '-e', NODE], lambda name, kind: [address, name, kind]),
        'node dns.lookup': (['node', '-e', NODE_LOOKUP], lambda name, kind: [name, FAMILIES[kind]]),
        'dig': (['dig'], lambda name, kind: short + [name, kind]),
        'dig +tcp': (['dig'], lambda name, kind: short + ['+tcp', name, kind]),
        'kdig': (['kdig'], lambda name, kind: kshort + [name, kind]),
        'drill -t': (['drill'], lambda name, kind: ['-t', '-Q', name, '@' + address, kind]),
    }
    return {name: client for name, client in known.items() if shutil.which(client[0][0])}


def truth(server, name, kind):
    """The addresses at the end of the chain, whatever the order of records; None if the server gives no answer."""
    query = dns.message.make_query(name, kind)
    reply = dns.query.tcp(query, server[0], PATIENCE, server[1])
    if reply.rcode() not in (0, 3):
        return None
    here = query.question[0].name
    for _ in range(64):
        alias = [rrset for rrset in reply.answer if rrset.name == here and rrset.rdtype == dns.rdatatype.CNAME]
        if not alias:
            break
        here = alias[0][0].target
    wanted = dns.rdatatype.from_text(kind)
    return {rdata.address for rrset in reply.answer if rrset.name == here and rrset.rdtype == wanted for rdata in rrset}


def addresses(output, kind):
    """The addresses of one family in a client's output."""
    found = set()
    for word in re.findall(r'[0-9A-Fa-f:.]+', output):
        try:
            address = ipaddress.ip_address(word)
        except ValueError:
            continue
        if address.version == int(FAMILIES[kind]):
            found.add(str(address))
    return found


def is_cut(server, name, kind):
    """True if a plain datagram does not hold the answer: a client without TCP has to live with what it holds."""
    query = dns.message.make_query(name, kind)
    return bool(dns.query.udp(query, server[0], PATIENCE, server[1]).flags & dns.flags.TC)


def judge(command, expected, kind):
    """Runs a client and says whether it found what is there."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, stdin=subprocess.DEVNULL)
    except subprocess.TimeoutExpired:
        return 'break', 'no end within %d s' % PATIENCE
    if done.returncode < 0:
        return 'break', 'died of signal %d' % -done.returncode
    found = addresses(done.stdout, kind)
    if expected is None:
        return 'break', 'the server gives no answer'
    if found == expected:
        return 'ok', ''
    return 'break', 'found %d right and %d wrong of %d' % (
        len(found & expected), len(found - expected), len(expected))


def overlay(work, address):
    """Puts our resolv.conf where the C libraries look; only this mount namespace sees it."""
    files = {'resolv.conf': 'nameserver %s\noptions timeout:%d attempts:1\n' % (address, PATIENCE),
             'nsswitch.conf': 'hosts: dns\n'}
    for name, text in files.items():
        path = os.path.join(work, name)
        with open(path, 'w') as file:
            file.write(text)
        os.chmod(path, 0o644)
        subprocess.run(['mount', '--bind', path, '/etc/' + name], check=True)


def endpoint(text):
    """ADDRESS, ADDRESS:PORT or [ADDRESS]:PORT."""
    found = re.fullmatch(r'\[(.+)\]:(\d+)|([^:]+):(\d+)|(.+)', text)
    return (found[1] or found[3] or found[5], int(found[2] or found[4] or 53))


def main():
    work, server, names = sys.argv[1], endpoint(sys.argv[2]), sys.argv[3:]
    address = server[0]
    if server[1] != 53:
        relay.start(RELAY, server)
        address = RELAY
    overlay(work, address)
    cells = []
    for name in names:
        for kind in FAMILIES:
            expected = truth(server, name, kind)
            for client, (start, arguments) in clients(work, address).items():
                verdict, reason = judge(start + arguments(name, kind), expected, kind)
                if verdict == 'break' and client in WITHOUT_TCP and is_cut(server, name, kind):
                    verdict, reason = 'left out', 'has no TCP'
                cells.append({'question': '%s. %s' % (name.rstrip('.'), kind), 'mode': 'its own', 'check': client,
                              'kind': 'client', 'verdict': verdict, 'reason': reason})
    print(json.dumps({'server': sys.argv[2], 'passed': sum(cell['verdict'] == 'ok' for cell in cells),
                      'broken': sum(cell['verdict'] == 'break' for cell in cells), 'cells': cells}, indent=1))


main()
