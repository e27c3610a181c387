"""The server process over a small edition: what only a real server shows."""

import gzip
import signal
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest

from app.edition.file import PlannedFile

from .web.conftest import planned_file, publish_into, small_edition
from .web.serving import Server, running, wait_until

RUN = "from app.settings import read_settings as r; from app.server import run_server; run_server(r(), on_start=int)"
BODY = ("<p>fr about</p>" * 50).encode()


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("server") / "var"
    publish_into(folder)
    return folder


@pytest.fixture(scope="module")
def server(data: Path) -> Iterator[Server]:
    with running(data, RUN) as server:
        yield server


def test_pages_come_whole_in_every_coding(server: Server) -> None:
    plain, br, gz = (server.ask("/fr/about", Accept_Encoding=coding) for coding in ("identity", "br", "gzip"))
    assert plain.body == brotli.decompress(br.body) == gzip.decompress(gz.body) == BODY
    assert server.ask("/fr/about", Accept_Encoding="br", If_None_Match=br.headers["etag"]).status == 304
    head = server.ask("/fr/about", "HEAD", Accept_Encoding="br")
    assert (head.body, head.headers["content-length"]) == (b"", str(len(br.body)))


def test_a_new_edition_is_served_without_a_restart(server: Server, data: Path) -> None:
    assert b'"edition":1' in server.ask("/healthz").body
    publish_into(data, *changed("en/about", "<p>new</p>"))
    wait_until(lambda: all(server.ask("/en/about").body == b"<p>new</p>" for _ in range(8)), 5)
    assert b'"edition":2' in server.ask("/healthz").body


@pytest.mark.parametrize(
    ("target", "statuses"),
    [
        (b"/fr/%00", {404}),
        (b"//evil.example/fr/", {404, 308, 301}),
        (b"/../../../etc/passwd", {404}),
        (b"/" + b"a" * 60_000, {404}),
        (b"/" + b"a" * 100_000, {404, 414}),
        (b"/\xff\xfe", {400, 404}),
        (b"/fr/about?" + b"q" * 30_000, {200}),
        (b"*", {400, 404}),
    ],
)
def test_junk_on_the_wire_is_never_a_fault(server: Server, target: bytes, statuses: set[int]) -> None:
    first = server.ask_raw(b"GET " + target + b" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    assert int(first.split()[1]) in statuses
    assert b"evil.example/fr/\r\n" not in first.replace(b"location: /evil.example/fr/\r\n", b"")


@pytest.mark.parametrize("kind", [signal.SIGTERM, signal.SIGINT])
def test_it_stops_when_told(data: Path, kind: signal.Signals) -> None:
    with running(data, RUN) as server:
        assert server.stop(kind) == 0  # at once: workers may still be starting


def changed(path: str, text: str) -> list[PlannedFile]:
    return [planned_file(path, text) if each.path == path else each for each in small_edition()]


@pytest.mark.parametrize("path", ["/fr/about", "/healthz", "/fr/nowhere"])
def test_every_answer_has_one_date(server: Server, path: str) -> None:
    head = server.ask_raw(f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode()).lower()
    assert head.count(b"\r\ndate: ") == 1
