"""How each resolver is told to live in the lab: on 127.0.0.1:53 and ::1:53, with the lab's root.

Each returns the command that starts it and the settings that it does not have."""
import os
import shlex

import authorities
import resolverd_settings


def unbound(folder, _command):
    """Debian's unbound, to show that the lab itself is right."""
    lines = ['server:', '  interface: 127.0.0.1', '  interface: ::1', '  username: ""', '  chroot: ""',
             '  directory: "%s"' % folder, '  pidfile: ""', '  use-syslog: no', '  logfile: ""', '  do-daemonize: no',
             '  module-config: "iterator"', '  root-hints: "%s"' % _hints(folder), '  num-threads: 1',
             '  local-zone: "44.in-addr.arpa." nodefault', '  outgoing-range: 128', '  num-queries-per-thread: 64',
             '  do-not-query-localhost: no', 'remote-control:', '  control-enable: no']
    return ['unbound', '-d', '-c', _write(folder, 'unbound.conf', lines)], []


def resolverd(folder, command):
    """The daemon of this project; the command starts it up to its verb."""
    state = os.path.join(folder, 'state')
    os.makedirs(state, exist_ok=True)
    addresses = ['127.0.0.1:53', '[::1]:53']
    start = shlex.split(command)
    path = os.path.join(folder, 'resolverd.yaml')
    left_out = resolverd_settings.write(path, start, {
        'listen.udp': addresses, 'listen.tcp': addresses, 'recursion.root-hints-file': _hints(folder),
        'dnssec.validate': False, 'local-root.enabled': False, 'control.socket': state + '/control.sock',
        'state-dir': state})
    return start + ['run', '--config', path], left_out


KNOWN = {'unbound': unbound, 'resolverd': resolverd}


def _hints(folder):
    return _write(folder, 'root.hints', [authorities.hints().rstrip()])


def _write(folder, name, lines):
    path = os.path.join(folder, name)
    with open(path, 'w') as file:
        file.write('\n'.join(lines) + '\n')
    return path
