"""Time and memory of an edition: the first one, the same again, and after one edit.

    python bench/edition.py [places …]      60 300 2000 unless told; 20x300 for twenty territories of 300
    python bench/edition.py --first places …        the first edition alone, with the memory that it took

The edit is the middle one of nine in a process that goes on, as a server does, once as many editions are kept as a
server keeps: packs have patches from each of them. Where one territory and several of its size are measured in one run,
it tells how much more an edit costs there.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from synthetic import LANGUAGES, sized

from app.domain.content import Content
from app.edition.build import KEPT
from app.edition.bundles import PlannedFiles
from app.edition.groups import GROUPS
from app.edition.packs.plan import PackPlan, plan_packs
from app.edition.store import Edition
from app.publish.plan import build_edition, plan_edition
from app.site.addresses import Site

DAY = date(2026, 11, 18)
SITE = Site(LANGUAGES, "bench")
BARS_S = {"60": 2.0, "300": 6.0, "2000": 30.0}
EDIT_BAR_S = 0.3
"""Of the processors: other work on the machine makes it longer on the clock."""

EDITS = 9

MORE_BAR = 1.2
"""How much more an edit may cost where there are twenty territories."""

MEMORY_BAR_MB = 300


class Cost(NamedTuple):
    """Seconds on the clock, and of the processors: other work on the machine inflates the first."""

    wall: float
    cpu: float

    def __format__(self, spec: str) -> str:
        return f"{self.wall:.2f} s ({self.cpu:.2f} CPU)"


class Edit(NamedTuple):
    """Seconds of the processors that the middle edit took, all of it and its planning."""

    whole: float
    plan: float


def measure(size: str) -> tuple[str, Edit]:
    """Return a line about territories of this many places, and what an edit cost."""
    content = sized(size)
    with tempfile.TemporaryDirectory() as folder:
        full, edition = _timed(lambda: _print(content, Path(folder)))
        again, _ = _timed(lambda: _print(content, Path(folder)))
        _plan_anew(content, Path(folder))
        edits = []
        for rank in range(1, KEPT + EDITS + 1):
            content = _edit(content, f"lieu-{rank}")
            edits.append(_timed(partial(_print, content, Path(folder))))
        edited, after = sorted(edits[KEPT:], key=lambda each: each[0])[EDITS // 2]
        plans = []
        for rank in range(20, 25):
            content, start = _edit(content, f"lieu-{rank}"), _cpu_s()
            _plan(content)
            plans.append(_cpu_s() - start)
    edit = Edit(edited.cpu, sorted(plans)[len(plans) // 2])
    return (
        f"{size:>6} places · {len(edition.files):6} files · full {full}, bar {BARS_S.get(size, '-')}"
        f" · same again {again} · after one edit {edited}, bar {EDIT_BAR_S}, {after.made} files"
        f", {edit.plan:.3f} CPU to plan it"
    ), edit


def measure_first(size: str) -> tuple[str, Edit]:
    """Return a line about the first edition alone."""
    content = sized(size)
    with tempfile.TemporaryDirectory() as folder:
        full, edition = _timed(lambda: _print(content, Path(folder)))
    return f"{size:>6} places · {len(edition.files):6} files · first edition {full}", Edit(0, 0)


def watch(size: str, *how: str) -> Edit:
    """Measure in a process of its own, and print its line with the memory that it took with those it started."""
    process = subprocess.Popen([sys.executable, __file__, "--inside", *how, size], stdout=subprocess.PIPE)
    peak = 0.0
    while process.poll() is None:
        peak = max(peak, _memory_mb(process.pid))
        time.sleep(0.05)
    line, edit = json.loads(process.communicate()[0])
    print(f"{line} · {peak:.0f} MB, bar {MEMORY_BAR_MB}", flush=True)
    return Edit(*edit)


def compare(edits: Mapping[str, Edit]) -> None:
    """Print how much more an edit costs in several territories than in one of them."""
    for size, many in edits.items():
        _, times, number = size.rpartition("x")
        if times and (one := edits.get(number)):
            whole, plan = many.whole / one.whole, many.plan / one.plan
            print(f"{size} against {number}: an edit {whole:.2f} ×, its planning {plan:.2f} ×, bar {MORE_BAR}")


# Private


def _memory_mb(pid: int) -> float:
    """Memory of a process and its children; what they share is counted once (PSS)."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return 0.0
    own = next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)
    return own + sum(_memory_mb(int(child)) for child in children)


def _print(content: Content, folder: Path) -> Edition:
    planned, packs = _plan(content)
    return build_edition(folder, planned, date=DAY, version="bench", site=SITE, packs=packs)


def _plan(content: Content) -> tuple[PlannedFiles, list[PackPlan]]:
    return plan_edition(content, SITE, DAY), plan_packs(content, SITE)


def _plan_anew(content: Content, folder: Path) -> None:
    """Plan everything here, as the first look of `adeuxpas serve` does: a process that ended made its first edition."""
    GROUPS.begin()
    GROUPS.begin()
    _print(content, folder)


def _edit(content: Content, id: str) -> Content:
    place = content.places[id].model_copy(update={"purpose": "Se reposer après une correction."})
    return replace(content, places={**content.places, place.id: place})


def _timed(work: Callable[[], Edition]) -> tuple[Cost, Edition]:
    start, cpu = time.perf_counter(), _cpu_s()
    made = work()
    return Cost(time.perf_counter() - start, _cpu_s() - cpu), made


def _cpu_s() -> float:
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


if __name__ == "__main__":
    if "--inside" in sys.argv:
        print(json.dumps((measure_first if "--first" in sys.argv else measure)(sys.argv[-1])))
    elif "--first" in sys.argv:
        for each in sys.argv[2:]:
            watch(each, "--first")
    else:
        compare({size: watch(size) for size in sys.argv[1:] or BARS_S})
