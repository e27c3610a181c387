"""Requests that never end: they cost no page, and are over when their time is."""

import contextlib
import json
import socket
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from sqlite3 import connect
from uuid import uuid4

import pytest

from app.server import DEADLINES, Deadlines
from app.web.bodies import MOST_AN_ADDRESS
from tests.cast.library import take_library, tiny_library

from .conftest import publish_into
from .serving import Server, running, wait_until

API = "/api/v1/suggestions"
WAITS_S = 60
STALLED = 60
PATIENT = Deadlines(head=600, body=600)
"""Nobody is sent away before the test ends: whoever is answered did not wait for those who stall."""

HASTY = Deadlines(head=1, body=1)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unfinished") / "var"
    take_library(tiny_library(tmp_path_factory), folder)
    publish_into(folder)
    return folder


@pytest.fixture(scope="module")
def server(data: Path) -> Iterator[Server]:
    """A server that gives everybody more time than a test takes."""
    with serving(data, PATIENT) as server:
        yield server


@pytest.fixture(scope="module")
def hasty(data: Path) -> Iterator[Server]:
    """A server that gives nobody much time."""
    with serving(data, HASTY) as server:
        yield server


@contextlib.contextmanager
def serving(data: Path, deadlines: Deadlines) -> Iterator[Server]:
    serve = f"run_server(read_settings(), on_start=int, deadlines={deadlines!r})"
    words = f"from app.server import Deadlines, run_server; from app.settings import read_settings; {serve}"
    with running(data, words) as server:
        yield server


def opened(server: Server, request: bytes) -> socket.socket:
    connection = socket.create_connection(("127.0.0.1", server.port), timeout=WAITS_S)
    connection.sendall(request)
    return connection


def head(*fields: str, length: int = 2_000) -> bytes:
    lines = [
        f"POST {API} HTTP/1.1",
        "Host: x",
        "Content-Type: application/json",
        f"Idempotency-Key: {uuid4()}",
        *fields,
    ]
    return "\r\n".join([*lines, f"Content-Length: {length}", "", ""]).encode()


def message(text: str, *fields: str) -> bytes:
    body = json.dumps({"kind": "hours", "place": "bibliotheque-des-tilleuls", "text": text}).encode()
    return head("Connection: close", *fields, length=len(body)) + body


def said(connection: socket.socket) -> bytes:
    """Return all that comes until the server closes the connection."""
    answer = b""
    with connection, contextlib.suppress(ConnectionResetError):
        while more := connection.recv(65_536):
            answer += more
    return answer


def answered(server: Server, request: bytes) -> int:
    return status(said(opened(server, request)))


def status(answer: bytes) -> int:
    return int(answer.split()[1])


def stored(data: Path) -> list[str]:
    with contextlib.closing(connect(data / "adeuxpas.db")) as library:
        return [text for (text,) in library.execute("SELECT text FROM suggestion")]


ADDRESSES = pytest.mark.parametrize(
    "fields", [(), ("X-Forwarded-For: 192.0.2.7",)], ids=["this machine", "one address"]
)


@ADDRESSES
def test_pages_and_whole_messages_pass_those_that_stall(server: Server, data: Path, fields: tuple[str, ...]) -> None:
    text = f"entier {fields}"
    with ExitStack() as doors:
        for _ in range(STALLED):
            doors.enter_context(opened(server, head(*fields) + b"{"))
        for path in ("/fr/about", "/healthz", "/", "/fr/nowhere"):
            assert server.ask(path).status in (200, 302, 404)
        assert answered(server, b"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n") == 200
        assert answered(server, message(text, *fields)) == 201
    assert stored(data).count(text) == 1


@ADDRESSES
def test_those_that_stall_are_told_when_their_time_is_over(hasty: Server, fields: tuple[str, ...]) -> None:
    stalled = [opened(hasty, head(*fields) + b"{") for _ in range(STALLED)]
    answers = [said(connection) for connection in stalled]
    assert {status(answer) for answer in answers} <= {408, 429}
    assert 408 in {status(answer) for answer in answers}
    assert all(b"problem+json" in answer and b"coup\\u00e9." in answer for answer in answers if b" 408 " in answer[:20])


def test_an_address_that_stalls_makes_room_for_its_own_next_message(server: Server) -> None:
    with ExitStack() as doors:
        first = [opened(server, head("X-Forwarded-For: 192.0.2.9") + b"{") for _ in range(MOST_AN_ADDRESS)]
        more = [opened(server, head("X-Forwarded-For: 192.0.2.9") + b"{") for _ in range(4 * MOST_AN_ADDRESS)]
        for door in (*first, *more):
            doors.enter_context(door)
        # Whichever worker holds it: the oldest of one that has too many is told at once.
        assert status(first[0].recv(4096)) == 408


@pytest.mark.parametrize("request_", [b"", b"GET /fr/about HTTP/1.1\r\nHo"], ids=["nothing", "half a head"])
def test_a_head_that_does_not_come_is_not_waited_for(hasty: Server, request_: bytes) -> None:
    assert said(opened(hasty, request_)) == b""


def test_a_long_body_is_refused_without_being_read(server: Server) -> None:
    assert answered(server, head(length=50_000_000)) == 413


@pytest.mark.parametrize("framing", ["Content-Length: 200", "Transfer-Encoding: chunked"])
def test_what_was_cut_off_is_not_taken_for_whole(server: Server, data: Path, framing: str) -> None:
    form = b"kind=other&place=bibliotheque-des-tilleuls&text=coup"
    sent = b"%x\r\n%s\r\n" % (len(form), form) if "chunked" in framing else form
    fields = ["Host: x", "Content-Type: application/x-www-form-urlencoded", framing]
    request = "\r\n".join([f"POST {API} HTTP/1.1", *fields, "", ""]).encode() + sent
    connection = opened(server, request)
    connection.shutdown(socket.SHUT_WR)
    assert status(said(connection) or b"- 0") in (0, 408, 411)
    assert answered(server, message(f"après {framing}")) == 201
    assert not any(text.startswith("coup") for text in stored(data))


def test_a_body_in_pieces_arrives(server: Server, data: Path) -> None:
    whole = message("en morceaux")
    connection = opened(server, whole[:-40])
    connection.sendall(whole[-40:-20])
    connection.sendall(whole[-20:])
    assert status(said(connection)) == 201
    assert "en morceaux" in stored(data)


def test_it_stops_when_told_while_somebody_stalls(data: Path) -> None:
    with serving(data, DEADLINES) as server:
        wait_until(lambda: server.ask("/healthz").status == 200)
        with opened(server, head() + b"{"):
            assert server.ask("/healthz").status == 200
            assert server.stop() == 0
