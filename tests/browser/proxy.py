"""A wire between a phone and the server that a test can cut, clog or bend; it counts what goes through.

It speaks HTTP/1.1 just enough: one request a connection, the answer passed on byte for byte.
"""

import socket
import threading
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from email.utils import format_datetime, parsedate_to_datetime

from .server import free_port

PIECE = 4096
Bend = Callable[[str, bytes], bytes]


@dataclass
class Proxy:
    """A port that leads to another one; `cut_after`, `hang_after` and `bend` change what comes back from it."""

    upstream: int
    port: int = field(default_factory=free_port)
    counted: Counter[str] = field(default_factory=Counter)
    """Bytes of bodies by path."""

    asked: list[str] = field(default_factory=list)
    """The paths of all requests, in their order."""

    only: tuple[str, ...] = ("/packs/", "/maps/", "/paths/")
    """What is cut, clogged or bent: paths that begin so."""

    cut_after: int | None = None
    """Bytes of such bodies after which every connection breaks."""

    hang_after: int | None = None
    """Bytes of such bodies after which nothing comes any more, and nothing ends."""

    bend: Bend | None = None
    """Changes a body on its way: gets its path and its bytes, gives as many back."""

    instead: dict[str, bytes] = field(default_factory=dict)
    """Whole answers by path without its query, whatever the server would say."""

    told: bytes = b""
    """A line that such answers get into their heads."""

    ahead: timedelta = timedelta()
    """How far the server's clock seems to be ahead."""

    _passed: int = 0
    _door: socket.socket | None = None
    _release: threading.Event = field(default_factory=threading.Event)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> "Proxy":
        self._door = socket.create_server(("127.0.0.1", self.port))
        threading.Thread(target=self._take_all, args=(self._door,), daemon=True).start()
        return self

    def stop(self) -> None:
        if self._door is None:
            return
        with suppress(OSError):
            self._door.shutdown(socket.SHUT_RDWR)
        self._door.close()
        self._door = None
        self._release.set()

    def mend(self) -> None:
        """Let everything through again, and count anew."""
        self.cut_after = self.hang_after = self.bend = None
        self.instead.clear()
        self._passed = 0
        self.counted.clear()
        self.asked.clear()
        self._release.set()
        self._release = threading.Event()

    def bytes_of(self, part: str) -> int:
        """Return the bytes of bodies whose paths hold `part`."""
        return sum(count for path, count in self.counted.items() if part in path)

    # Private

    def _take_all(self, door: socket.socket) -> None:
        while True:
            try:
                phone, _ = door.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(phone,), daemon=True).start()

    def _serve(self, phone: socket.socket) -> None:
        """Pass one request on, and its answer back."""
        with phone, suppress(OSError):
            head, _, body = _until_head(phone)
            if not head:
                return
            path = head.split(b" ", 2)[1].decode()
            self.asked.append(path)
            if instead := self.instead.get(path.split("?")[0]):
                self.counted[path] += 1
                return phone.sendall(instead)
            with socket.create_connection(("127.0.0.1", self.upstream)) as server:
                server.sendall(_closing(head) + body + _rest(phone, head, body))
                self._answer(phone, server, path)
        return None

    def _answer(self, phone: socket.socket, server: socket.socket, path: str) -> None:
        head, _, body = _until_head(server)
        told = self.told if path.startswith(self.only) else b""
        phone.sendall(_closing(_dated(head, self.ahead), told))
        while more := server.recv(PIECE):
            body += more
        if self.bend and path.startswith(self.only):
            body = self.bend(path, body)
        for start in range(0, len(body), PIECE):
            piece = self._allowed(path, body[start : start + PIECE])
            phone.sendall(piece)
            self.counted[path] += len(piece)
            if len(piece) < len(body[start : start + PIECE]):
                return self._break_off()
        return None

    def _allowed(self, path: str, piece: bytes) -> bytes:
        """Return as much of a piece as the wire still carries."""
        limit = self.cut_after if self.cut_after is not None else self.hang_after
        if limit is None or not path.startswith(self.only):
            return piece
        piece = piece[: max(0, limit - self._passed)]
        self._passed += len(piece)
        return piece

    def _break_off(self) -> None:
        if self.hang_after is not None:
            self._release.wait()


def answer(status: int, media_type: str, body: str = "") -> bytes:
    """Return a whole answer, for `Proxy.instead`."""
    head = f"HTTP/1.1 {status} Said\r\nContent-Type: {media_type}\r\nContent-Length: {len(body.encode())}\r\n"
    return f"{head}Connection: close\r\n\r\n{body}".encode()


def _dated(head: bytes, ahead: timedelta) -> bytes:
    """Return a head whose date is that of another clock."""

    def moved(line: bytes) -> bytes:
        name, _, value = line.partition(b": ")
        if not ahead or name.lower() != b"date":
            return line
        return b"Date: " + format_datetime(parsedate_to_datetime(value.decode()) + ahead, usegmt=True).encode()

    return b"\r\n".join(moved(line) for line in head.split(b"\r\n"))


def _until_head(connection: socket.socket) -> tuple[bytes, bytes, bytes]:
    """Read up to the end of a message's head, and what came with it of its body."""
    data = b""
    while b"\r\n\r\n" not in data:
        more = connection.recv(PIECE)
        if not more:
            return b"", b"", b""
        data += more
    head, separator, body = data.partition(b"\r\n\r\n")
    return head + separator, separator, body


def _rest(phone: socket.socket, head: bytes, body: bytes) -> bytes:
    """Read the rest of the body of a request."""
    lengths = [line.split(b":")[1] for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
    missing = int(lengths[0]) - len(body) if lengths else 0
    rest = b""
    while len(rest) < missing:
        rest += phone.recv(PIECE)
    return rest


def _closing(head: bytes, *more: bytes) -> bytes:
    """Ask for, or announce, the end of the connection after this message."""
    lines = [line for line in head.split(b"\r\n") if not line.lower().startswith((b"connection:", b"keep-alive:"))]
    return b"\r\n".join([lines[0], b"Connection: close", *filter(None, more), *lines[1:]])
