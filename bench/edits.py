"""A real server over fifty edits: how long until each is public, and the memory of all its processes.

    python bench/edits.py [places [edits]]      2000 50 unless told

Each edit changes one place by name; the page is asked for until it says so.
"""

import os
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from synthetic import synthetic_content

from app.exchange.native import write_content
from app.factory import create_app
from app.library.content.load import load_folder
from app.library.content.writes import change_place
from app.library.migrating import migrate_library
from app.settings import read_settings

PUBLIC_BAR_S = 1.0
MEMORY_BAR_MB = 200
ASK_EVERY_S = 0.02
REST_S = 2.0
"""What an edition was made from is let go a moment after the edition is public."""


def measure(number: int, edits: int) -> None:
    """Print how long edits take to be public, and the memory before and after them, at rest and at the last edit."""
    with tempfile.TemporaryDirectory() as folder:
        settings = {"ADEUXPAS_DATA": str(Path(folder) / "var"), "PORT": str(_free_port())}
        content = Path(folder) / "content"
        _tell(f"{number} places to be written, loaded and made")
        write_content(synthetic_content(number), content)
        with create_app(read_settings(settings)).app_context():
            migrate_library()
            load_folder(content)
            with _server(settings) as (pid, address):
                before = _memory_mb(pid)
                spent = _cpu_s(pid)
                _tell(f"{number} places served, {before:.0f} MB")
                seconds = [_told(rank, edits, pid, _publish(address, rank)) for rank in range(edits)]
                most, spent = _memory_mb(pid), (_cpu_s(pid) - spent) / edits
                time.sleep(REST_S)
                after = _memory_mb(pid)
    median, worst = statistics.median(seconds), max(seconds)
    print(
        f"{number} places · {edits} edits · public after {median:.2f} s, at most {worst:.2f}, bar {PUBLIC_BAR_S}"
        f" · {spent:.2f} s CPU each, with the asking · {before:.0f} → {after:.0f} MB at rest, {most:.0f} as the last is"
        f" public, bar {MEMORY_BAR_MB}"
    )


# Private


def _told(rank: int, edits: int, pid: int, seconds: float) -> float:
    """Tell of an edit that is public, and return how long it took."""
    _tell(f"edit {rank + 1} of {edits}: {seconds:.2f} s, {_memory_mb(pid):.0f} MB")
    return seconds


def _tell(words: str) -> None:
    """Say on the way how far it is; the last line alone is the result."""
    print(words, file=sys.stderr, flush=True)


@contextmanager
def _server(settings: dict[str, str]) -> Iterator[tuple[int, str]]:
    address = f"http://127.0.0.1:{settings['PORT']}"
    command = [sys.executable, "-c", "from app.cli import main; main()", "serve"]
    process = subprocess.Popen(command, env=os.environ | settings, stdout=subprocess.DEVNULL)
    try:
        while process.poll() is None and not _read(f"{address}/fr/places/lieu-0"):
            time.sleep(ASK_EVERY_S)
        yield process.pid, address
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()


def _publish(address: str, rank: int) -> float:
    words = f"Jouer dehors, édition {rank}."
    outcome = change_place(f"lieu-{rank}", {"purpose": words}, by="bench")
    start = time.perf_counter()
    while outcome.is_changed and words not in _read(f"{address}/fr/places/lieu-{rank}"):
        time.sleep(ASK_EVERY_S)
    return time.perf_counter() - start


def _read(url: str) -> str:
    try:
        with urlopen(url) as answer:  # noqa: S310 - our own server
            return str(answer.read().decode())
    except OSError:  # a worker that is not there yet may also hang up
        return ""


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _tree(pid: int) -> Iterator[int]:
    yield pid
    for task in Path(f"/proc/{pid}/task").iterdir():
        for child in (task / "children").read_text().split():
            yield from _tree(int(child))


def _memory_mb(pid: int) -> float:
    """Memory of a process and its children; what they share is counted once (PSS)."""
    rollups = (Path(f"/proc/{each}/smaps_rollup").read_text().splitlines() for each in _tree(pid))
    return sum(int(line.split()[1]) / 1024 for lines in rollups for line in lines if line.startswith("Pss:"))


def _cpu_s(pid: int) -> float:
    ticks = (Path(f"/proc/{each}/stat").read_text().rsplit(")", 1)[1].split()[11:13] for each in _tree(pid))
    return sum(int(tick) for pair in ticks for tick in pair) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    asked = [int(told) for told in sys.argv[1:]]
    measure(*(asked + [2000, 50][len(asked) :]))
