"""Writes each DNS query that leaves for the lab's servers: python3 sniffer.py FILE, one "TYPE NAME" a line."""
import socket
import struct
import sys

import dns.exception
import dns.message
import dns.rdatatype

ETHERNET = 14
IPV4, IPV6 = 0x0800, 0x86dd
OUTGOING = 4
SERVERS = (bytes([44, 0, 0]), bytes([0x2a, 0x0e, 0x00, 0x44]))


def datagram(frame):
    """The destination address and the UDP payload to port 53 of a frame, or None."""
    kind, = struct.unpack('!H', frame[12:14])
    packet = frame[ETHERNET:]
    if kind == IPV4 and packet[9] == socket.IPPROTO_UDP:
        target, body = packet[16:20], packet[(packet[0] & 15) * 4:]
    elif kind == IPV6 and packet[6] == socket.IPPROTO_UDP:
        target, body = packet[24:40], packet[40:]
    else:
        return None
    port, = struct.unpack('!H', body[2:4])
    return (target, body[8:]) if port == 53 else None


def main():
    capture = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(3))
    capture.bind(('lo', 0))
    with open(sys.argv[1], 'a', buffering=1) as log:
        log.write('# ready\n')
        while True:
            frame, (_, _, direction, _, _) = capture.recvfrom(65535)
            found = datagram(frame) if direction == OUTGOING else None
            if not found or not found[0].startswith(SERVERS):
                continue
            try:
                question = dns.message.from_wire(found[1], ignore_trailing=True).question[0]
            except (dns.exception.DNSException, IndexError):
                continue
            name = question.name.to_text().lower()
            log.write('%s %s\n' % (dns.rdatatype.to_text(question.rdtype), name))


main()
