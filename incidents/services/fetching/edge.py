"""Where the worker touches the internet: names become addresses, and addresses connections."""

import io
import socket
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

PIECE: Final = 65_536
TLS: Final = ssl.create_default_context()


def resolve(host: str, port: int) -> list[str]:
    """Every address of a host, as the system's resolver knows it."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(one[4][0]) for one in found))


def connect(address: str, port: int, seconds: float) -> socket.socket:
    """A connection to an IP address: no name is looked up again."""
    return socket.create_connection((address, port), timeout=seconds)


@dataclass(frozen=True, slots=True)
class Edge:
    """The two things that a test does in another way than the world."""

    resolve: Callable[[str, int], list[str]] = resolve
    connect: Callable[[str, int, float], socket.socket] = connect


WORLD: Final = Edge()


class Deadline:
    """A moment after which nothing is waited for any more."""

    def __init__(self, seconds: float) -> None:
        self.at = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds that are left.

        Raises:
            TimeoutError: none are.
        """
        left = self.at - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left


class Line:
    """A connection of which each read and write has no more than what is left of the whole time.

    A timeout of the socket alone begins anew with every byte, and a server that drips would never be given up.
    """

    def __init__(self, raw: socket.socket, deadline: Deadline) -> None:
        self.raw, self.deadline = raw, deadline

    def encrypt(self, host: str) -> None:
        """Speak TLS from here on, with a certificate that holds for the host."""
        self.raw.settimeout(self.deadline.left())
        self.raw = TLS.wrap_socket(self.raw, server_hostname=host)

    def sendall(self, data: bytes) -> None:
        """Send all of it."""
        self.raw.settimeout(self.deadline.left())
        self.raw.sendall(data)

    def makefile(self, *_mode: str) -> io.BufferedReader:
        """What ``http.client`` reads the answer from."""
        return io.BufferedReader(Incoming(self), PIECE)

    def close(self) -> None:
        """Nothing yet: ``http.client`` closes its end before the answer is read."""

    def hang_up(self) -> None:
        """End the connection."""
        self.raw.close()


class Incoming(io.RawIOBase):
    """What comes in on a line."""

    def __init__(self, line: Line) -> None:
        super().__init__()
        self.line = line

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self.line.raw.settimeout(self.line.deadline.left())
        return self.line.raw.recv_into(buffer)
