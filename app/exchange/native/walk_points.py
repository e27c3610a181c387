"""The positions in the file of a walk: those that cannot be are said, the others rounded as every file of ours is."""

from collections.abc import Iterator, Mapping
from typing import Any

from ...domain.problem import Problem
from .features import check_position, rounded
from .source import Source

POINTED = {"stop": "arrêt", "service": "service"}
"""The lists whose blocks may have a point, and how problems name one of them."""


def point_faults(source: Source, document: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield every position that is none."""
    for where, key, value in _positions(document):
        if sentence := check_position(value):
            yield source.problem(f"{where}, champ {key}", sentence, value=value)


def with_rounded_points(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return the document with its positions rounded; one that is none is said already, and stands nowhere."""
    rest = dict(document)
    for name in POINTED:
        rest |= {name: [_with_point(block) for block in rest[name]]} if isinstance(rest.get(name), list) else {}
    if "meeting" in rest:
        rest["meeting"] = _with_point(rest["meeting"])
    if isinstance(rest.get("leg"), list):
        rest["leg"] = [_with_lines(leg) for leg in rest["leg"]]
    return rest


# Private

_LINES = ("via", "path")


def _positions(document: Mapping[str, Any]) -> Iterator[tuple[str, str, object]]:
    """Yield every position: where its block is, the key, and what stands there."""
    for where, block in _spots(document):
        if "point" in block:
            yield where, "point", block["point"]
    for number, leg in enumerate(_blocks(document, "leg"), 1):
        for inner, way in (("", leg), ("step_free, ", leg.get("step_free"))):
            known = way if isinstance(way, Mapping) else {}
            for key in _LINES:
                for at, value in enumerate(_listed(known.get(key)), 1):
                    yield f"tronçon n° {number}", f"{inner}{key} n° {at}", value


def _spots(document: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if isinstance(document.get("meeting"), Mapping):
        yield "meeting", document["meeting"]
    for name, word in POINTED.items():
        yield from ((f"{word} n° {number}", block) for number, block in enumerate(_blocks(document, name), 1))


def _blocks(document: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    """Return the blocks of a list; what is none counts, so that numbers stay."""
    return [block if isinstance(block, Mapping) else {} for block in _listed(document.get(name))]


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _with_point(block: Any) -> Any:
    return {**block, "point": _rounded(block["point"])} if isinstance(block, Mapping) and "point" in block else block


def _with_lines(block: Any) -> Any:
    if not isinstance(block, Mapping):
        return block
    lines = {key: [_rounded(each) for each in block[key]] for key in _LINES if isinstance(block.get(key), list)}
    return {**block, **lines, **({"step_free": _with_lines(block["step_free"])} if "step_free" in block else {})}


def _rounded(value: Any) -> Any:
    return rounded(value) if check_position(value) is None else [0.0, 0.0]
