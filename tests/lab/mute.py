"""A server that takes queries and never answers: python3 mute.py ADDRESS..."""
import selectors
import socket
import sys

waiting = selectors.DefaultSelector()
for address in sys.argv[1:]:
    udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    udp.bind((address, 53))
    waiting.register(udp, selectors.EVENT_READ)
    tcp = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    tcp.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    tcp.bind((address, 53))
    tcp.listen(64)
while True:
    for ready, _ in waiting.select():
        ready.fileobj.recv(65535)
