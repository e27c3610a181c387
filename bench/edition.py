"""Time and memory of an edition: the first one, the same again, and after one edit.

    python bench/edition.py [places …]      60 300 2000 unless told

Each size runs in a process of its own, so that its memory is its own.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from synthetic import LANGUAGES, synthetic_content

from app.domain.content import Content
from app.edition.edition import build_edition, plan_edition
from app.edition.site import Site
from app.edition.store import Edition

DAY = date(2026, 11, 18)
BARS_S = {60: 2.0, 300: 6.0, 2000: 30.0}
EDIT_BAR_S = 0.5
MEMORY_BAR_MB = 300


class Cost(NamedTuple):
    """Seconds on the clock, and of the processors: other work on the machine inflates the first."""

    wall: float
    cpu: float

    def __format__(self, spec: str) -> str:
        return f"{self.wall:.2f} s ({self.cpu:.2f} CPU)"


def measure(number: int) -> None:
    """Print one line for a territory of this many places."""
    content = synthetic_content(number)
    with tempfile.TemporaryDirectory() as folder:
        full, edition = _timed(lambda: _print(content, Path(folder)))
        again, _ = _timed(lambda: _print(content, Path(folder)))
        edited, after = _timed(lambda: _print(_edit(content), Path(folder)))
    cores = os.cpu_count() or 1
    memory = _peak_mb(resource.RUSAGE_SELF) + cores * _peak_mb(resource.RUSAGE_CHILDREN)
    print(
        f"{number:6} places · {len(edition.sheets):6} files · full {full}, bar {BARS_S.get(number, '-')}"
        f" · same again {again} · after one edit {edited}, bar {EDIT_BAR_S}, {after.made} files"
        f" · {memory:.0f} MB, bar {MEMORY_BAR_MB}"
    )


# Private


def _peak_mb(who: int) -> float:
    return resource.getrusage(who).ru_maxrss / 1024


def _print(content: Content, folder: Path) -> Edition:
    site = Site(LANGUAGES, "bench")
    return build_edition(folder, plan_edition(content, site, DAY), date=DAY, version="bench", site=site)


def _edit(content: Content) -> Content:
    place = content.places["lieu-1"].model_copy(update={"purpose": "Se reposer après une correction."})
    return replace(content, places={**content.places, place.id: place})


def _timed(work: Callable[[], Edition]) -> tuple[Cost, Edition]:
    start, cpu = time.perf_counter(), _cpu_s()
    made = work()
    return Cost(time.perf_counter() - start, _cpu_s() - cpu), made


def _cpu_s() -> float:
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


if __name__ == "__main__":
    sizes = [int(each) for each in sys.argv[1:]] or list(BARS_S)
    if len(sizes) == 1:
        measure(sizes[0])
    else:
        for size in sizes:
            subprocess.run([sys.executable, __file__, str(size)], check=True)
