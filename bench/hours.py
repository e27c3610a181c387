"""Opening hours of 2,000 places with as many different hours as a real town: compiling, weighing, asking.

    python bench/hours.py

Bars: 2,000 places compiled ≤ 2 s; their status on a phone ≤ 5 ms; client code ≤ 2 kB.
"""

import json
import statistics
import subprocess
import tempfile
import time
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import brotli
from synthetic import TERRITORY, synthetic_content

from app.domain.content import Content
from app.edition.hours import hours_files
from app.site.addresses import Site

ROOT = Path(__file__).resolve().parent.parent
CLIENT = ROOT / "app" / "static" / "js" / "hours" / "hours.js"
TODAY = date(2026, 11, 18)
RUNS = 7

PATTERNS = (
    "Tu,Th,Fr 13:{m}-19:00; We 10:{m}-19:00; Sa 10:00-18:{n}; PH off",
    "Mo,Tu,Th,Fr 16:{m}-18:{n}; PH,SH off",
    "We 14:{m}-18:00; SH Mo-Fr 10:{n}-18:00; PH off",
    "Mo-Fr 09:{m}-17:{n}; Aug off; PH off",
    'Mo-Fr 09:{m}-12:00,14:00-17:{n} "sur rendez-vous"; PH off',
    "Sep-Jun: We 14:{m}-17:{n}; Jul-Aug: Tu-Sa 11:00-19:00; PH off",
    "Mo-Su 06:{m}-22:{n}",
    "24/7",
)

ASK = """
import { readFileSync } from "node:fs"
import { statusAt } from "%s"
const hours = JSON.parse(readFileSync(0, "utf8"))
const ids = Object.keys(hours.places)
const times = []
for (let minute = 0; minute < 40; minute++) {
  const now = { day: 2, minute: 600 + minute, clock: "phone" }
  const start = performance.now()
  for (const id of ids) statusAt(hours, id, now)
  times.push(performance.now() - start)
}
console.log(JSON.stringify({ first: times[0], median: times.slice(5).sort((a, b) => a - b)[17] }))
"""


def town(number: int = 2000) -> Content:
    """Return the synthetic territory, every place with hours of one of 785 kinds or so."""
    dice = Random(785)  # noqa: S311 - the same town every time
    content = synthetic_content(number, 1)
    minutes = [f"{n:02}" for n in range(0, 60, 5)]
    hours = {id: dice.choice(PATTERNS).format(m=dice.choice(minutes), n=dice.choice(minutes)) for id in content.places}
    places = {id: place.model_copy(update={"hours": hours[id]}) for id, place in content.places.items()}
    return replace(content, places=places)


def main() -> None:
    """Print each figure beside its bar."""
    content = town()
    distinct = len({place.hours for place in content.places.values()})
    content.public_places(TERRITORY)
    compiled = statistics.median(_compile(content)[0] for _ in range(RUNS))
    data = _compile(content)[1]
    packed = len(brotli.compress(data, quality=11))
    print(f"{len(content.places)} places, {distinct} different hours")
    print(f"compile: {compiled:.2f} s (bar 2)")
    print(f"file: {len(data) / 1000:.0f} kB, {packed / 1000:.1f} kB br, {packed / len(content.places):.1f} B a place")
    runs = [_ask(data) for _ in range(RUNS)]
    first, then = (statistics.median(run[name] for run in runs) for name in ("first", "median"))
    print(f"status of all on this machine: first {first:.1f} ms, then {then:.1f} ms (bar 5)")
    print(f"client code: {_weigh_client() / 1000:.2f} kB br (bar 2)")


def _compile(content: Content) -> tuple[float, bytes]:
    planned_file = next(iter(hours_files(content, Site(("fr", "en", "ar"), "bench"), TODAY)))
    start = time.process_time()
    data = planned_file.make()
    return time.process_time() - start, data


def _ask(data: bytes) -> dict[str, float]:
    script = ASK % CLIENT.as_uri()
    run = subprocess.run(
        ["node", "--input-type=module", "-e", script], input=data, capture_output=True, check=True, cwd=ROOT
    )
    found: dict[str, float] = json.loads(run.stdout)
    return found


def _weigh_client() -> int:
    with tempfile.TemporaryDirectory() as folder:
        bundle = Path(folder) / "hours.js"
        esbuild = ROOT / "node_modules" / ".bin" / "esbuild"
        subprocess.run(
            [esbuild, CLIENT, "--bundle", "--minify", "--format=esm", f"--outfile={bundle}"],
            check=True, capture_output=True,
        )  # fmt: skip
        return len(brotli.compress(bundle.read_bytes(), quality=11))


if __name__ == "__main__":
    main()
