"""What a neighbourhood weighs on the wire (pack, one more language, update after an edit), and the CPU of binding it.

python bench/pack.py [places …]      60 300 2000 unless told
"""

import json
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from synthetic import LANGUAGES, TERRITORY, synthetic_content

from app.domain.content import Content
from app.edition import build
from app.edition.packs.build import bind_packs, manifest_path
from app.edition.packs.plan import plan_packs
from app.edition.static_files import asset_digests
from app.edition.store import EditionStore
from app.map.basemap import basemaps_of
from app.publish.plan import build_edition, plan_edition
from app.site.addresses import Site

DAY = date(2026, 11, 18)
WHOLE_BAR_KB, LANGUAGE_BAR_KB, UPDATE_BAR_KB = 700, 60, 10
"""For 60 places."""


def measure(number: int) -> None:
    """Print the weights of a territory of this many places."""
    content = synthetic_content(number)
    with tempfile.TemporaryDirectory() as folder:
        before, _, _ = _bound(content, Path(folder))
        place = content.places["lieu-7"].model_copy(update={"purpose": "Se reposer après une correction."})
        edited = replace(content, places={**content.places, place.id: place})
        after, wire, seconds = _bound(edited, Path(folder))
    shared = _weigh(before["shared"])
    languages = {lang: _weigh(parts) for lang, parts in before["languages"].items()}
    update = wire + sum(_update(before, after))
    parts = ", ".join(f"{entry['name']} {entry['bytes'] / 1000:.1f}" for entry in before["shared"][:8])
    print(
        f"{number:6} places · whole {(shared + sum(languages.values())) / 1000:.0f} kB (bar {WHOLE_BAR_KB}) · "
        f"one more language {max(languages.values()) / 1000:.1f} kB (bar {LANGUAGE_BAR_KB}) · update after one edit "
        f"{update / 1000:.1f} kB (bar {UPDATE_BAR_KB}) · bound again in {seconds:.2f} s CPU · {parts}",
        flush=True,
    )


# Private


def _bound(content: Content, folder: Path) -> tuple[dict[str, Any], int, float]:
    """Return the manifest of an edition, its weight on the wire, and the CPU that binding its packs took."""
    site = Site(LANGUAGES, "bench", assets=asset_digests())
    took: list[float] = []

    def timed(*asked: Any) -> Any:
        start = time.process_time()
        files = bind_packs(*asked)
        took.append(time.process_time() - start)
        return files

    build.bind_packs = timed
    planned = plan_edition(content, site, DAY, basemaps_of(content, folder / "maps"))
    edition = build_edition(folder, planned, date=DAY, version="bench", site=site, packs=plan_packs(content, site))
    sheet = edition.files[manifest_path(TERRITORY)]
    return json.loads(EditionStore(folder).body(sheet)), sheet.br or sheet.size, took[-1]


def _weigh(entries: list[dict[str, Any]]) -> int:
    return sum(entry["bytes"] for entry in entries)


def _update(before: dict[str, Any], after: dict[str, Any]) -> Iterator[int]:
    """Yield what a phone that keeps every language fetches: the patch where there is one, else the part."""
    known = {entry["name"]: entry for entry in _entries(before)}
    for entry in _entries(after):
        former = known.get(entry["name"], {"sha256": ""})
        if former["sha256"] != entry["sha256"]:
            yield entry.get("patches", {}).get(former["sha256"][:20], entry)["bytes"]


def _entries(manifest: dict[str, Any]) -> list[dict[str, Any]]:
    return [*manifest["shared"], *(entry for parts in manifest["languages"].values() for entry in parts)]


if __name__ == "__main__":
    for size in [int(each) for each in sys.argv[1:]] or [60, 300, 2000]:
        measure(size)
