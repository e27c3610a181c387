"""CPU time of the library’s work: check, load, load again, load after one edit, read, dump.

python bench/load.py [places …]      300 2000 unless told
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from synthetic import synthetic_content

from app.exchange.native import read_content, write_content
from app.factory import create_app
from app.library.content.dump import dump_folder
from app.library.content.load import load_folder
from app.library.content.queries import read_library
from app.library.content.revision import library_digest
from app.library.migrating import migrate_library
from app.settings import read_settings

RUNS = 5
BAR_S = {2000: 5.0}
"""For the first load."""


def measure(number: int) -> None:
    """Print the medians for a territory of this many places."""
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        write_content(synthetic_content(number), content)
        runs = [_run(content, Path(folder) / f"run-{n}") for n in range(RUNS)]
    medians = {name: statistics.median(run[name] for run in runs) for name in runs[0]}
    told = " · ".join(f"{name} {seconds:.3f} s" for name, seconds in medians.items())
    print(f"{number:6} places · {told} (bar of the first load: {BAR_S.get(number, '-')})")


# Private


def _run(content: Path, folder: Path) -> dict[str, float]:
    with create_app(read_settings({"ADEUXPAS_DATA": str(folder)})).app_context():
        return {
            "check": _timed(lambda: read_content(content)),
            "migrate": _timed(migrate_library),
            "load": _timed(lambda: load_folder(content)),
            "load again": _timed(lambda: load_folder(content)),
            "after an edit": _timed(lambda: load_folder(_edited(content))),
            "read": _timed(read_library),
            "digest": _timed(library_digest),
            "dump": _timed(lambda: dump_folder(folder / "out")),
        }


def _edited(content: Path) -> Path:
    file = content / "data" / "places.geojson"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('"purpose": "', '"purpose": "Aussi : ', 1), encoding="utf-8")
    return content


def _timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    for size in [*map(int, sys.argv[1:])] or [300, 2000]:
        measure(size)
