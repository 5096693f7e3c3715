"""Real clients: each is asked a question and its output read back into a status and the records of the answer."""
import re
import socket

PATIENCE = '14'


class Answer:
    """What a client printed: a status word and the records, in order, without their TTLs."""

    def __init__(self, status, records, ttls, text):
        self.status = status
        self.records = records
        self.ttls = ttls
        self.text = text


def dig(question, *options):
    return ['dig', '@127.0.0.1', '+tries=1', '+time=' + PATIENCE, *options, *_words(question)]


def kdig(question, *options):
    return ['kdig', '@127.0.0.1', '+retry=0', '+time=' + PATIENCE, *options, *_words(question)]


def drill(question, *options):
    name, kind = _words(question)
    return ['drill', *options, name, '@127.0.0.1', kind]


DIALECTS = {
    'dig': lambda question: dig(question),
    'dig +tcp': lambda question: dig(question, '+tcp'),
    'dig +noedns': lambda question: dig(question, '+noedns'),
    'kdig': lambda question: kdig(question),
    'kdig +tcp': lambda question: kdig(question, '+tcp'),
    'kdig ::1': lambda question: ['kdig', '@::1', '+retry=0', '+time=' + PATIENCE, *_words(question)],
    'drill': lambda question: drill(question),
    'drill -t': lambda question: drill(question, '-t'),
}

OVER_TCP = ('dig +tcp', 'kdig +tcp', 'drill -t')

STATUS = re.compile(r'(?:status|rcode): ([A-Z]+)')
RECORD = re.compile(r'^(\S+)\s+(\d+)\s+IN\s+(\S+)\s+(.*\S)\s*$')
BY_CODE = {'NOERROR', 'NXDOMAIN', 'SERVFAIL', 'REFUSED', 'FORMERR', 'NOTIMP'}


def ask(namespace, client, question):
    """Runs a client in the namespace and reads what it prints."""
    done = namespace.run(DIALECTS[client](question), capture_output=True, text=True, errors='replace')
    return read(done.stdout + done.stderr)


def read(text):
    """Reads the output of dig, kdig or drill: all three print sections under a heading."""
    status = STATUS.search(text)
    records, ttls, inside = [], [], False
    for line in text.splitlines():
        if line.startswith(';;'):
            inside = 'ANSWER SECTION' in line
            continue
        found = RECORD.match(line) if inside else None
        if found:
            owner, ttl, kind, rdata = found.groups()
            records.append('%s %s %s' % (owner, kind, re.sub(r'\s+', ' ', rdata)))
            ttls.append(int(ttl))
    return Answer(status.group(1) if status else 'SILENCE', records, ttls, text)


FAMILIES = {'both': socket.AF_UNSPEC, 'IPv4': socket.AF_INET, 'IPv6': socket.AF_INET6}

LOOK_UP = '''
import socket, sys
try:
    found = socket.getaddrinfo(sys.argv[1], None, int(sys.argv[2]), socket.SOCK_STREAM, 0, socket.AI_CANONNAME)
    print(found[0][3], *sorted({entry[4][0] for entry in found}))
except socket.gaierror as failure:
    print(failure.args[0])
'''

LOOK_BACK = '''
import socket, sys
try:
    print(socket.getnameinfo((sys.argv[1], 0), socket.NI_NAMEREQD)[0])
except socket.gaierror as failure:
    print(failure.args[0])
'''


def getaddrinfo(namespace, name, family):
    """The C library's own look-up: canonical name and sorted addresses, or its error number."""
    done = namespace.run(['/usr/bin/python3', '-c', LOOK_UP, name, str(int(FAMILIES[family]))],
                         capture_output=True, text=True)
    return done.stdout.strip()


def getnameinfo(namespace, address):
    """The C library's reverse look-up: a name or its error number."""
    done = namespace.run(['/usr/bin/python3', '-c', LOOK_BACK, address], capture_output=True, text=True)
    return done.stdout.strip()


def _words(question):
    name, kind = question.rsplit(' ', 1)
    return name, kind
