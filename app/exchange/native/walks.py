"""`walks/<slug>.toml`: one file a walk."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from ...domain.problem import Problem
from ...domain.text import N_
from ...domain.walk import Walk
from .features import check_position, rounded
from .sentences import read_block, written
from .source import Reading, Source
from .toml_text import parse_toml, write_toml

FOLDER = "walks"


def path_of(slug: str) -> str:
    """Return where a walk is written."""
    return f"{FOLDER}/{slug}.toml"


def read_walk(source: Source) -> Reading[Walk | None]:
    """Return the walk of a file."""
    parsed = parse_toml(source)
    slug = PurePosixPath(source.path).stem
    if not parsed.readable:
        return Reading(None, parsed.problems, frozenset({slug}), readable=False)
    document = parsed.value
    faults = [*_format_faults(source, document), *_id_faults(source, document, slug), *_point_faults(source, document)]
    if any(fault.where == "champ format" for fault in faults):
        return Reading(None, tuple(faults), frozenset({slug}))
    walk, others = read_block(Walk, _with_rounded_points(document), source, "")
    faults += [*others, *(_stop_faults(source, walk) if walk else ())]
    return Reading(walk, tuple(faults), frozenset({slug}))


def write_walk(walk: Walk) -> str:
    """Return the text of a walk's file."""
    return write_toml(written(walk, "python"))


def _format_faults(source: Source, document: Mapping[str, Any]) -> Iterator[Problem]:
    found = document.get("format")
    if found != 1 or isinstance(found, (bool, float)):
        sentence = N_("le format « {format} » n’est pas connu : la première ligne doit être format = 1.")
        yield source.problem("champ format", sentence, format="absent" if found is None else found)


def _id_faults(source: Source, document: Mapping[str, Any], slug: str) -> Iterator[Problem]:
    if isinstance(document.get("id"), str) and document["id"] != slug:
        sentence = N_(
            "l’identifiant « {id} » n’est pas le nom du fichier : écrivez « {slug} », ou renommez le fichier."
        )
        yield source.problem("champ id", sentence, id=document["id"], slug=slug)


def _spots(document: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield every block that may carry a point, with its name in problems."""
    stops = document.get("stop")
    blocks = [("meeting", document.get("meeting"))]
    blocks += [(f"arrêt n° {n}", stop) for n, stop in enumerate(stops if isinstance(stops, list) else [], 1)]
    yield from ((name, block) for name, block in blocks if isinstance(block, Mapping))


def _point_faults(source: Source, document: Mapping[str, Any]) -> Iterator[Problem]:
    for name, block in _spots(document):
        if "point" in block and (sentence := check_position(block["point"])):
            yield source.problem(f"{name}, champ point", sentence, value=block["point"])


def _with_rounded_points(document: Mapping[str, Any]) -> dict[str, Any]:
    rest = dict(document)
    if isinstance(document.get("stop"), list):
        rest["stop"] = [_rounded_point(stop) for stop in document["stop"]]
    return rest | ({"meeting": _rounded_point(document["meeting"])} if "meeting" in document else {})


def _rounded_point(block: Any) -> Any:
    if not isinstance(block, Mapping) or "point" not in block:
        return block
    fine = check_position(block["point"]) is None
    return {**block, "point": rounded(block["point"]) if fine else [0.0, 0.0]}


def _stop_faults(source: Source, walk: Walk) -> Iterator[Problem]:
    for number, stop in enumerate(walk.stops, 1):
        where = f"arrêt n° {number}"
        if stop.place and stop.point:
            yield source.problem(where, N_("l’arrêt a un lieu et un point : gardez l’un des deux."))
        elif not stop.place and not stop.point:
            yield source.problem(where, N_('l’arrêt n’a ni lieu ni point : écrivez place = "…", ou point et name.'))
        elif stop.point and not stop.name:
            yield source.problem(f"{where}, champ name", N_('un point a besoin d’un nom : ajoutez name = "…".'))
    if walk.meeting and walk.meeting.place and walk.meeting.point:
        yield source.problem("meeting", N_("le rendez-vous a un lieu et un point : gardez l’un des deux."))
