"""The table of printed codes: where each leads, and which ones are in use.

    {"K7M2Q4": {"kind": "place", "id": "biblio"},
     "J4M0XX": {"kind": "place", "id": "parc", "changed": "2026-11-12"},  since then sheets may say something else
     "8QTR77": {"kind": "place", "id": "atelier", "waiting": true},     a draft (again): nobody is sent to its door
     "G0NE00": {"kind": "walk", "id": "parti", "retired": true}}        its subject is gone

Paper does not forget: a code that is not in use has a page of its own, which says so and leads on.
"""

from collections.abc import Mapping
from typing import Any

from ..domain.content import CodeEntry, Content
from ..domain.once import once_each
from ..domain.reprint import reprint_of
from ..domain.subject import SUBJECTS, find_subject

SHEET = "#sheet"


def live_codes(content: Content) -> list[CodeEntry]:
    """Return the codes whose thing is there to be seen."""
    table = codes_of(content)
    return [entry for entry in content.codes if is_live(table[entry.code])]


@once_each
def codes_of(content: Content) -> Mapping[str, Mapping[str, Any]]:
    """Return where each code leads; one whose thing is gone or waits for a check says so."""
    return {entry.code: target_of(content, entry) for entry in content.codes}


def target_of(content: Content, entry: CodeEntry) -> Mapping[str, Any]:
    """Return where one code leads."""
    target = {"kind": entry.kind, "id": entry.id}
    subject = find_subject(content, entry.kind, entry.id)
    if subject is None:
        return target | {"retired": True}
    if not SUBJECTS[entry.kind].is_public(content, subject):
        return target | {"waiting": True}
    changed = reprint_of(content, subject)
    return target | {"changed": changed[0][1].isoformat()} if changed else target


def is_live(target: Mapping[str, Any]) -> bool:
    """Tell whether what a code stands for is there to be seen."""
    return not (target.get("retired") or target.get("waiting"))


def path_of(code: str, target: Mapping[str, Any]) -> str:
    """Return the path, below the language, of the page that a code leads to."""
    return SUBJECTS[target["kind"]].path(target["id"]) if is_live(target) else code_path(code)


def part_of(target: Mapping[str, Any]) -> str:
    """Return the part of that page which is for who comes from a sheet, as addresses end: `#sheet`, or nothing."""
    return SHEET if target.get("changed") else ""


def code_path(code: str) -> str:
    """Return the path, below the language, of the page of a code that is not in use."""
    return f"codes/{code}"
