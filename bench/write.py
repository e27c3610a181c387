"""CPU time of one write: a field of one place changed by name, a load after one place was edited, a load of the same.

python bench/write.py [places …]      2000 20000 unless told
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from synthetic import synthetic_content

from app.exchange.native import write_content
from app.factory import create_app
from app.library.content.load import load_folder
from app.library.content.queries import read_library
from app.library.content.revision import library_digest
from app.library.content.writes import change_place
from app.library.migrating import migrate_library
from app.settings import read_settings

RUNS = 9


def measure(number: int) -> None:
    """Print the medians for a territory of this many places."""
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        write_content(synthetic_content(number), content)
        with create_app(read_settings({"ADEUXPAS_DATA": str(Path(folder) / "var")})).app_context():
            migrate_library()
            told = {"first load": [_timed(lambda: load_folder(content))]}
            told["load of the same"] = [_timed(lambda: load_folder(content)) for _ in range(RUNS)]
            told["load after an edit"] = [_timed(partial(_load_edited, content, n)) for n in range(3)]
            told["one place changed"] = [_timed(partial(_change, n)) for n in range(RUNS)]
            told["read after it"] = [_read_after(n) for n in range(3)]
            told["digest"] = [_timed(library_digest) for _ in range(RUNS)]
    medians = " · ".join(f"{name} {statistics.median(each):.3f} s" for name, each in told.items())
    print(f"{number:6} places · {medians}", flush=True)


# Private


def _load_edited(content: Path, number: int) -> None:
    file = content / "data" / "places.geojson"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('"purpose": "', f'"purpose": "{number} ', 1), encoding="utf-8")
    load_folder(content)


def _change(number: int) -> None:
    outcome = change_place(f"lieu-{number}", {"purpose": f"Jouer dehors, {number} fois."}, by="bench")
    if not outcome.is_changed:
        raise SystemExit("\n".join(problem.tell() for problem in outcome.problems))


def _read_after(number: int) -> float:
    read_library()
    _change(100 + number)
    return _timed(read_library)


def _timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    for size in [*map(int, sys.argv[1:])] or [2000, 20000]:
        measure(size)
