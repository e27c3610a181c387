"""CPU a request of public files, two workers, beside the floor: the same bytes from nginx and a bare WSGI app.

    python bench/server.py [requests]        20000 unless told

The client keeps connections open and asks for brotli; the CPU counted is that of the server's processes
alone, so other work on the machine changes the rate more than the cost. Beside it the start-up: seconds
from the command to the first answer, over an edition that is up to date.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from edition import DAY
from synthetic import LANGUAGES, TERRITORY, synthetic_content

from app.edition.store import Edition, EditionStore
from app.publish.plan import build_edition, plan_edition
from app.site.addresses import Site

BAR_MS = 0.05
CONNECTIONS = 32
TICKS = os.sysconf("SC_CLK_TCK")
PATHS = ("fr/places/lieu-1", f"fr/{TERRITORY}/places.json", f"fr/{TERRITORY}/")

GRANIAN = """
import os
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels
{setup}
def load(): return application
port = int(os.environ["PORT"])
Granian("x", port=port, interface=Interfaces.WSGI, workers=2, blocking_threads=4, log_level=LogLevels.error).serve(
    target_loader=load, wrap_loader=False)
"""
BARE = """
import os, pathlib
folder = pathlib.Path(os.environ["FOLDER"])
bodies = {{"/" + f.relative_to(folder).as_posix(): f.read_bytes() for f in folder.rglob("*") if f.is_file()}}
def application(environ, start_response):
    body = bodies[environ["PATH_INFO"]]
    start_response("200 OK", [("Content-Type", "text/html"), ("Content-Length", str(len(body)))])
    return [body]
"""
WHITENOISE = """
import os
from whitenoise import WhiteNoise
application = WhiteNoise(None, root=os.environ["FOLDER"])
"""
OURS = """
from app.settings import read_settings
from app.server import run_server
run_server(read_settings(), on_start=int)
"""
NGINX = """
daemon off; worker_processes 2; pid {folder}/nginx.pid; error_log /dev/null;
events {{ worker_connections 256; }}
http {{ access_log off; sendfile on; tcp_nopush on; open_file_cache max=1000;
  client_body_temp_path {folder}/t; proxy_temp_path {folder}/t; fastcgi_temp_path {folder}/t;
  uwsgi_temp_path {folder}/t; scgi_temp_path {folder}/t; keepalive_requests 10000000;
  server {{ listen 127.0.0.1:{port}; root {files}; default_type text/html; }} }}
"""


Started = AbstractContextManager[tuple[int, int]]
"""A running server: its process and its port."""


@dataclass(frozen=True)
class Rate:
    """What a run of requests cost the server."""

    cpu_ms: float
    per_second: float


def main(requests: int) -> None:
    """Print a line for every server, then the start-up."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        edition = _publish(folder)
        files = _lay_out(folder, edition)
        for path in PATHS:
            print(f"/{path} · {edition.files[path].br} bytes of brotli")
            for server, start in _servers(folder, files).items():
                with start() as (pid, port):
                    rate = _measure(pid, port, path, requests)
                bar = f"  (bar {BAR_MS} ms)" if server == "À deux pas" else ""
                print(f"    {server:32} {rate.cpu_ms:.4f} ms CPU/request · {rate.per_second:7.0f}/s{bar}")
    print(f"start-up, warm: {_start_up():.2f} s (bar 1.5)")


# Private


def _publish(folder: Path) -> Edition:
    site, content = Site(LANGUAGES, "bench"), synthetic_content(60)
    planned = plan_edition(content, site, DAY)
    return build_edition(folder / "editions", planned, date=DAY, version="bench", site=site)


def _lay_out(folder: Path, edition: Edition) -> Path:
    """Write the brotli bytes as plain files, for servers that know files only."""
    store, files = EditionStore(folder / "editions"), folder / "files"
    for path in PATHS:
        file = files / (f"{path}index" if path.endswith("/") else path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(store.body(edition.files[path], "br"))
    return files


def _servers(folder: Path, files: Path) -> dict[str, Callable[[], Started]]:
    servers: dict[str, Callable[[], Started]] = {
        "À deux pas": lambda: _python(OURS, ADEUXPAS_DATA=str(folder)),
        "floor: bare WSGI app, granian": lambda: _python(GRANIAN.format(setup=BARE.format()), FOLDER=str(files)),
        "WhiteNoise alone, granian": lambda: _python(GRANIAN.format(setup=WHITENOISE), FOLDER=str(files)),
    }
    if shutil.which("nginx"):
        servers["floor: nginx, 2 workers"] = lambda: _nginx(folder, files)
    return servers


@contextmanager
def _python(code: str, **environ: str) -> Iterator[tuple[int, int]]:
    port = _free_port()
    environ = {**os.environ, "PORT": str(port), **environ}
    with _process([sys.executable, "-c", code], port, environ) as pid:
        yield pid, port


@contextmanager
def _nginx(folder: Path, files: Path) -> Iterator[tuple[int, int]]:
    port = _free_port()
    settings = folder / "nginx.conf"
    settings.write_text(NGINX.format(folder=folder, files=files, port=port))
    with _process(["nginx", "-c", str(settings), "-e", "/dev/null"], port, dict(os.environ)) as pid:
        yield pid, port


@contextmanager
def _process(command: list[str], port: int, environ: dict[str, str]) -> Iterator[int]:
    process = subprocess.Popen(command, env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(port)
        yield process.pid
    finally:
        process.terminate()
        process.wait(30)


def _measure(pid: int, port: int, path: str, requests: int) -> Rate:
    if path.endswith("/") and b" 200 " not in _ask(port, path)[:20]:
        path += "index"
    _ask_many(port, path, 500)
    before, start = _cpu_s(pid), time.perf_counter()
    _ask_many(port, path, requests)
    seconds, cpu = time.perf_counter() - start, _cpu_s(pid) - before
    return Rate(cpu * 1000 / requests, requests / seconds)


def _ask_many(port: int, path: str, requests: int) -> None:
    """Ask over several kept connections, one request in flight on each; every answer has the same length."""
    request = _request(path)
    length = len(_ask(port, path))
    doors = [socket.create_connection(("127.0.0.1", port)) for _ in range(CONNECTIONS)]
    for _ in range(requests // CONNECTIONS):
        for door in doors:
            door.sendall(request)
        for door in doors:
            left = length
            while left > 0:
                left -= len(door.recv(left)) or left
    for door in doors:
        door.close()


def _ask(port: int, path: str) -> bytes:
    with socket.create_connection(("127.0.0.1", port)) as door:
        door.sendall(_request(path))
        answer = door.recv(65536)
        head, _, body = answer.partition(b"\r\n\r\n")
        fields = dict(line.lower().split(b": ", 1) for line in head.split(b"\r\n")[1:])
        left = int(fields[b"content-length"]) - len(body)
        while left > 0:
            more = door.recv(left)
            answer, left = answer + more, left - len(more)
        return answer


def _request(path: str) -> bytes:
    return f"GET /{path} HTTP/1.1\r\nHost: bench\r\nAccept-Encoding: gzip, deflate, br\r\n\r\n".encode()


def _cpu_s(pid: int) -> float:
    """CPU seconds of a process and of those it started."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    own = (int(fields[11]) + int(fields[12])) / TICKS
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return own + sum(_cpu_s(int(child)) for child in children)


def _start_up() -> float:
    """Seconds from `adeuxpas serve` to its first answer; the second start counts."""
    with tempfile.TemporaryDirectory() as folder:
        command = [str(Path(sys.executable).with_name("adeuxpas")), "serve"]
        for _ in range(2):
            port = _free_port()
            environ = {**os.environ, "PORT": str(port), "ADEUXPAS_DATA": folder}
            start = time.perf_counter()
            with _process(command, port, environ):
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/fr/") as answer:
                    answer.read()
                seconds = time.perf_counter() - start
    return seconds


def _free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port: int = door.getsockname()[1]
        return port


def _wait_for(port: int) -> None:
    for _ in range(6000):
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.01)
    raise SystemExit("The server did not start.")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
