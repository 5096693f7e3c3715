"""A network namespace with nothing but loopback in it."""
import os
import shutil
import signal
import subprocess


class Namespace:
    """Created on entry, removed on exit with every process that was started in it."""

    def __init__(self, name, addresses, resolv_conf):
        self.name = name
        self.addresses = addresses
        self.resolv_conf = resolv_conf
        self.children = []

    def __enter__(self):
        subprocess.run(['ip', 'netns', 'add', self.name], check=True)
        self.run(['ip', 'link', 'set', 'lo', 'up'], check=True)
        for address in self.addresses:
            plain = ['nodad'] if ':' in address else []
            self.run(['ip', 'address', 'add', address, 'dev', 'lo', *plain], check=True)
        # "ip netns exec" lays this over /etc/resolv.conf, so that the C library asks the resolver under test.
        os.makedirs(self._etc, exist_ok=True)
        with open(os.path.join(self._etc, 'resolv.conf'), 'w') as file:
            file.write(self.resolv_conf)
        with open(os.path.join(self._etc, 'nsswitch.conf'), 'w') as file:
            file.write('hosts: dns\n')
        return self

    def __exit__(self, *_):
        for child in reversed(self.children):
            self.stop(child)
        subprocess.run(['ip', 'netns', 'delete', self.name], check=False)
        shutil.rmtree(self._etc, ignore_errors=True)

    @property
    def _etc(self):
        return os.path.join('/etc/netns', self.name)

    def _inside(self, command):
        return ['ip', 'netns', 'exec', self.name, *command]

    def run(self, command, **options):
        """Runs a command to its end."""
        return subprocess.run(self._inside(command), stdin=subprocess.DEVNULL, **options)

    def start(self, command, log):
        """Starts a process in a group of its own; its output goes to a file."""
        with open(log, 'ab') as output:
            child = subprocess.Popen(self._inside(command), stdin=subprocess.DEVNULL, stdout=output, stderr=output,
                                     start_new_session=True)
        self.children.append(child)
        return child

    def stop(self, child, patience=5):
        """Ends a process with SIGTERM, its group with SIGKILL; returns the exit code."""
        try:
            if child.poll() is None:
                child.terminate()
                child.wait(patience)
        except subprocess.TimeoutExpired:
            pass
        finally:
            try:
                os.killpg(child.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
            child.wait()
        return child.returncode
