"""Carries DNS between port 53 of an address and a server elsewhere: what the C libraries cannot be told otherwise."""
import socket
import struct
import threading

PATIENCE = 15


def start(address, server):
    """Listens on UDP and TCP and relays until the process ends."""
    udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    udp.bind((address, 53))
    tcp = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    tcp.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    tcp.bind((address, 53))
    tcp.listen(64)
    threading.Thread(target=_datagrams, args=(udp, server), daemon=True).start()
    threading.Thread(target=_connections, args=(tcp, server), daemon=True).start()


def _family(server):
    return socket.AF_INET6 if ':' in server[0] else socket.AF_INET


def _datagrams(udp, server):
    while True:
        query, client = udp.recvfrom(65535)
        threading.Thread(target=_datagram, args=(udp, server, query, client), daemon=True).start()


def _datagram(udp, server, query, client):
    with socket.socket(_family(server), socket.SOCK_DGRAM) as onward:
        onward.settimeout(PATIENCE)
        onward.connect(server)
        onward.send(query)
        try:
            udp.sendto(onward.recv(65535), client)
        except OSError:
            pass


def _connections(tcp, server):
    while True:
        client, _ = tcp.accept()
        threading.Thread(target=_connection, args=(client, server), daemon=True).start()


def _connection(client, server):
    with client, socket.create_connection(server, PATIENCE) as onward:
        back = threading.Thread(target=_messages, args=(onward, client), daemon=True)
        back.start()
        _messages(client, onward)
        onward.shutdown(socket.SHUT_WR)
        back.join(PATIENCE)


def _messages(source, sink):
    try:
        while True:
            length = source.recv(2, socket.MSG_WAITALL)
            if len(length) < 2:
                return
            sink.sendall(length + source.recv(struct.unpack('!H', length)[0], socket.MSG_WAITALL))
    except OSError:
        return
