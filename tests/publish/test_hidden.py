"""Doors that must stay hidden: whatever is published of two neighbourhoods of the sample, they leave no trace in it."""

import json
import shutil
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from app.domain.geometry import metres_between
from app.domain.public import BLOCK
from app.publish.folder import LEDGER
from tests.publish.machine import Machine, print_shop, unhurried

__all__ = ["print_shop", "unhurried"]
pytestmark = pytest.mark.usefixtures("print_shop", "unhurried")

ROOT = Path(__file__).parents[2]
WALKS = ("autour-de-la-place-hebert", "les-quais-en-famille")
HIDDEN = {
    "college-daniel-mayer": "D164DG",  # the school of its territory, and where its walk begins
    "piscine-hebert": "9QH22Y",  # a stop in the middle of the walk
    "vivre-au-93-chapelle": "9WTG2N",  # neither: it had a poster
}
IN_AN_AREA = ("college-edmond-michelet", "base-nautique-de-la-villette", "bibliotheque-claude-levi-strauss")
"""A school, a stop and another place of the second neighbourhood."""

OTHERS = ("parc-chapelle-charbon", "ecole-maternelle-tchaikovski", "le-centquatre-paris")
KINDS = ("api/v1/places.geojson", "api/v1/places/piscine-hebert", "codes.json", "hours/chapelle-nord.json", "sw.js",
         "fr/chapelle-nord/places.json", "fr/chapelle-nord/words.json", "ar/chapelle-nord/map/index.html",
         "ar/walks/les-quais-en-famille/index.html", "maps/chapelle-nord.pmtiles", "paths/chapelle-nord.bin",
         "packs/chapelle-nord.json", "poster/V8M0KM.pdf", "poster/KAJ95R.pdf", "poster/5BM08X.pdf", "qr/V8M0KM.png",
         "sitemap.xml")  # fmt: skip
"""A file of each kind; the posters are those of both territories and of the walk whose stops are in an area."""

Feature = dict[str, Any]
Mark = Callable[[Feature], None]


def test_moving_a_door_that_is_not_shown_changes_no_byte(tmp_path: Path) -> None:
    here, there = published(tmp_path / "here", lambda _: None), published(tmp_path / "there", moved)
    assert sorted(path for path in here | there if here.get(path) != there.get(path)) == []
    assert [path for path in KINDS if path not in here] == []
    unprinted = tuple(f"poster/{code}" for code in (*HIDDEN.values(), "HA552J"))
    assert [path for path in here if path.startswith(unprinted)] == []


def published(folder: Path, move: Mark) -> Mapping[str, str]:
    """Publish two neighbourhoods from nothing, and return the digest of every file."""
    machine = Machine(folder)
    code, said = machine.run("load", two_homes(folder / "content", move))
    assert code == 0, said
    assert machine.publish("--no-twins")[0] == 0
    files = (file for file in machine.site.rglob("*") if file.is_file() and file.name != LEDGER)
    return {str(file.relative_to(machine.site)): sha256(file.read_bytes()).hexdigest() for file in files}


def two_homes(folder: Path, move: Mark) -> Path:
    """Write two neighbourhoods of the sample, with the places of their walks and a few more, into a folder."""
    shutil.copytree(ROOT / "data", folder / "data")
    (folder / "walks").mkdir()
    for walk in WALKS:
        shutil.copy(ROOT / "walks" / f"{walk}.toml", folder / "walks")
    told = "".join(file.read_text(encoding="utf-8") for file in (folder / "walks").iterdir())
    kept = {*HIDDEN, *IN_AN_AREA, *OTHERS, "chapelle-nord", "flandre-curial"}
    for name in ("territories", "places"):
        file = folder / "data" / f"{name}.geojson"
        data = json.loads(file.read_bytes())
        data["features"] = [each for each in data["features"] if each["id"] in kept or f'"{each["id"]}"' in told]
        for feature in data["features"]:
            veil(feature, move)
        file.write_text(json.dumps(data), encoding="utf-8")
    return folder


def veil(feature: Feature, move: Mark) -> None:
    visibility = "hidden" if feature["id"] in HIDDEN else "area" if feature["id"] in IN_AN_AREA else ""
    if visibility:
        feature["properties"] |= {"address_visibility": visibility, "access_hint": "Au fond de la cour."}
        move(feature)


def moved(feature: Feature) -> None:
    """Move a place by 30 metres, inside of its block if that is shown, and all that is said of its door with it."""
    here = feature["geometry"]["coordinates"]
    lon, lat = (round(side / BLOCK) * BLOCK for side in here)
    to = (lon, lat) if feature["id"] in IN_AN_AREA else (2.36, 48.80)
    share = 30 / metres_between(tuple(here), to)
    feature["geometry"]["coordinates"] = [a + (b - a) * share for a, b in zip(here, to, strict=True)]
    feature["properties"]["address"]["street"] = "1 rue d’à côté"
    feature["properties"] |= {"access_hint": "La porte bleue.", "note": "A déménagé."}
