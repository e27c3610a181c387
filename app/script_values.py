"""Values that Python and the scripts share: said once in Python, written as modules before the scripts are built.

One module for those who share a bundle: a module that two bundles had in common would cost pages one more request.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .domain.arrivals import NEAR_M
from .domain.code import ALPHABET, MOST_TICKETS
from .domain.duration import PACES_KMH
from .domain.geometry import DEGREE_M, DETOUR, EARTH_RADIUS_M, FAMILY_PACE_KMH
from .domain.routing import snap
from .domain.routing.codec import FORMAT, KNOWS_STEPS, MAGIC
from .domain.routing.facts import FIELD, FIELDS
from .domain.routing.graph import DM, METRES_A_UNIT, PRECISION, SCALE
from .domain.routing.profile import COSTS
from .domain.subject import MOST_LISTED, SUBJECTS
from .domain.suggestion import SAYS_ENOUGH
from .domain.text import FOLDED
from .domain.walk import ARRIVAL_M
from .edition import search_data
from .edition.search_facts import QUESTIONS, Fact
from .edition.walks import leader_pack
from .map.drawing.canvas import FIRST_PX
from .map.drawing.clusters import REACH_PX
from .map.drawing.draw import MOST_AVOIDED
from .map.drawing.labels import LEVELS, STEP
from .map.drawing.look import CASE_PX, STROKES
from .map.drawing.pins import DROP
from .map.mercator import EQUATOR_M


@dataclass(frozen=True)
class Typed:
    """A value whose type scripts could not guess, with that type."""

    value: Any
    type: str


def script_modules() -> dict[str, str]:
    """Return every generated module: name → source."""
    return {f"{name}.js": _module(values) for name, values in _MODULES.items()}


def write_script_modules(folder: Path) -> None:
    """Write the modules that are not there or say something else; the others keep their date."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in script_modules().items():
        file = folder / name
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            file.write_text(text, encoding="utf-8")


# Private

_ANSWERS = {Fact.NO: "no", Fact.YES: "yes"}
"""A limited yes is to be asked about, like an unknown."""

_LINES = ("canal", "link", "major", "minor", "motorway", "path")
"""What both the drawing and the tiles have lines for."""

_MODULES: Mapping[str, Mapping[str, Any]] = {
    "places": {
        "QUESTIONS": list(QUESTIONS),
        "ANSWERS": Typed([_ANSWERS.get(fact, "unknown") for fact in Fact], '("yes" | "no" | "unknown")[]'),
        "PRECISION": search_data.PRECISION,
    },
    "fold": {"LETTERS": Typed(FOLDED, "Record<string, string>")},
    "codes": {"ALPHABET": ALPHABET, "LEADER_CODE_LENGTH": leader_pack.LENGTH},
    "walks": {"ARRIVAL_M": ARRIVAL_M, "NEAR_M": NEAR_M, "PACE_KMH": PACES_KMH["family"]},
    "distance": {
        "EARTH_RADIUS_M": EARTH_RADIUS_M,
        "DEGREE_M": DEGREE_M,
        "DETOUR": DETOUR,
        "FAMILY_PACE_KMH": FAMILY_PACE_KMH,
    },
    "routing": {
        "MAGIC": int.from_bytes(MAGIC, "little"),
        "FORMAT": FORMAT,
        "KNOWS_STEPS": KNOWS_STEPS,
        "PRECISION": PRECISION,
        "METRES_Y": METRES_A_UNIT,
        "SCALE": SCALE,
        "DM": DM,
        "FIELDS": Typed(
            [[f.name, f.bits, f.values, f.values.index(f.worst or f.values[0])] for f in FIELDS],
            "[string, number, string[], number][]",
        ),
        "MIRRORED": [FIELD["slope"].shift, FIELD["oneway"].shift],
        "COSTS": Typed(COSTS, "Record<string, Record<string, [number, number]>>"),
        "CELL_M": snap.CELL_M,
        "FARTHEST_M": snap.FARTHEST_M,
        "SLACK_M": snap.SLACK_M,
        "CORNER_M": snap.CORNER_M,
    },
    "subjects": {"PAGES": Typed({kind.name: kind.page for kind in SUBJECTS.values()}, "Record<string, string>")},
    "list": {"MOST_LISTED": MOST_LISTED},
    "fates": {"MOST_TICKETS": MOST_TICKETS},
    "suggestion": {"SAYS_ENOUGH": sorted(SAYS_ENOUGH)},
    "plan": {"FIRST_PX": FIRST_PX, "STEP": STEP, "LAST_LEVEL": LEVELS - 1},
    "pins": {"REACH_PX": REACH_PX, "MOST_AVOIDED": MOST_AVOIDED, "DROP": DROP},
    "tiles": {
        "STROKES": Typed({kind: STROKES[kind] for kind in _LINES}, "Record<string, [number, number]>"),
        "CASE_PX": CASE_PX,
        "EQUATOR_M": EQUATOR_M,
    },
}


def _module(values: Mapping[str, Any]) -> str:
    head = "// Written by `adeuxpas assets`: what scripts share with Python is said in `app/script_values.py`."
    return "\n\n".join([head, *(_constant(name, value) for name, value in values.items())]) + "\n"


def _constant(name: str, value: Any) -> str:
    typed = value if isinstance(value, Typed) else Typed(value, "")
    head = f"/** @type {{{typed.type}}} */\n" if typed.type else ""
    # JSON and JavaScript write the same, infinity too as Python has it.
    return f"{head}export const {name} = {json.dumps(typed.value, ensure_ascii=False)}"
