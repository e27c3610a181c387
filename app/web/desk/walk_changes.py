"""What changed of a walk, line by line, in the words of its forms: `Étape 3 · Ce que l’on y dit`, and not its file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ...domain.stops_back import pairs
from ...domain.text import N_
from . import frame, labels
from .history import value_words

Names = Mapping[str, str]
"""What places are called, by id."""

BLOCKS: Mapping[str, str] = {
    "stop": N_("Étape %(number)s"),
    "leg": N_("Trajet vers l’étape %(number)s"),
    "notice": N_("Avis n° %(number)s"),
    "service": N_("Sur le chemin, n° %(number)s"),
    "quiz": N_("Question n° %(number)s"),
    "photo": N_("Photo n° %(number)s"),
}
"""One block of a list without ids; a leg is called by the stop that it leads to."""

LISTS: Mapping[str, str] = {
    "stop": N_("Étapes"),
    "leg": N_("Trajets"),
    "session": N_("Séances"),
    "variant": N_("Variantes"),
    "notice": N_("Avis"),
    "service": N_("Sur le chemin"),
    "meeting": N_("Rendez-vous"),
    "emergency": N_("Abri, et en cas de danger"),
    "checked": N_("Vérifié"),
    "themes": N_("Thèmes"),
    "code": N_("Code"),
}


@dataclass(frozen=True)
class Line:
    """One field that changed: what it is called, what it said and says in words, None where there was nothing.

    `field` is empty for a walk that came or went as a whole.
    """

    field: str
    before: str | None
    after: str | None


def lines_of(field: str, before: Any, after: Any, places: Names) -> list[Line]:
    """Return the change of a field of the history as lines to read."""
    if not field:
        return [Line("", *("" if value is not None else None for value in (before, after)))]
    return [*_lines(field, before, after, places)]


def walk_field_words(path: str) -> str:
    """Return what a path of the history is called: `stop/3/text`, `variant/pluie/drop`, `meeting/text`."""
    top, *rest = path.split("/")
    if not rest:
        return frame.say(LISTS[top]) if top in LISTS else _label(f"walk.{top}")
    if top in BLOCKS:
        block = frame.say(BLOCKS[top], number=frame.language().formats.number(int(rest[0])))
        return " · ".join([block, *(_within(top, rest[1:]))])
    if top in LISTS and f"walk.{top}.id" in labels.LABELS:
        return " · ".join([frame.say(LISTS[top]), rest[0], *(_within(top, rest[1:]))])
    return _label(".".join(["walk", top, *rest]))


# Private


def _lines(path: str, before: Any, after: Any, places: Names) -> Iterator[Line]:
    """Yield what differs between two values; a block of a list by itself, as long as its list has the same ones."""
    top = path.split("/")[-1]
    if _are_blocks(before, after) and top in BLOCKS:
        if len(before) != len(after) or (top == "stop" and _is_moved(before, after)):
            yield Line(walk_field_words(path), *(_list_words(top, value, places) for value in (before, after)))
            return
        for n, (one, other) in enumerate(zip(before, after, strict=True), 1):
            yield from _lines(f"{path}/{other.get('to', n) if top == 'leg' else n}", one, other, places)
    elif isinstance(before or after, dict) and isinstance(after or before, dict):
        one, other = before or {}, after or {}
        for name in {**one, **other}:
            if one.get(name) != other.get(name):
                yield from _lines(f"{path}/{name}", one.get(name), other.get(name), places)
    else:
        named = path.split("/")[-1]
        yield Line(walk_field_words(path), *(_said(named, value, places) for value in (before, after)))


def _are_blocks(before: Any, after: Any) -> bool:
    return all(isinstance(v, list) and v and all(isinstance(each, dict) for each in v) for v in (before, after))


def _is_moved(before: Sequence[Any], after: Sequence[Any]) -> bool:
    found = pairs(before, after)
    return any(found.get(n) != n for n in range(len(before)))


def _list_words(top: str, blocks: Sequence[Mapping[str, Any]], places: Names) -> str:
    """Return a list of blocks in a line: stops by name, others by what they say."""
    if top != "stop":
        return value_words(" — ".join(_said("", block, places) or "" for block in blocks))
    formats = frame.language().formats
    names = (places.get(block.get("place", ""), block.get("name") or block.get("place", "")) for block in blocks)
    return value_words(" · ".join(f"{formats.number(n)}. {name}" for n, name in enumerate(names, 1)))


def _said(named: str, value: Any, places: Names) -> str | None:
    if value is None:
        return None
    if isinstance(value, bool):
        answer = "yes" if value else "no"
        return frame.say(labels.FLAG[answer])
    if isinstance(value, dict):
        return value_words(" · ".join(filter(None, (_said(name, each, places) for name, each in value.items()))))
    if isinstance(value, list):
        return value_words(", ".join(filter(None, (_said("", each, places) for each in value))))
    if str(value) in places:
        return places[str(value)]
    choices = labels.CHOICES.get(f"walk.{named}", {})
    return frame.say(choices[value]) if value in choices else value_words(str(value))


def _within(top: str, rest: Sequence[str]) -> Iterator[str]:
    """Yield what the field within a block is called: its own list, then itself."""
    if len(rest) > 1 and rest[0] in BLOCKS:
        yield frame.say(BLOCKS[rest[0]], number=frame.language().formats.number(int(rest[1])))
        rest, top = rest[2:], f"{top}.{rest[0]}"
    if rest:
        scope = top if top.split(".")[0] in ("stop", "leg") else f"walk.{top}"
        yield _label(".".join([scope, *rest]))


def _label(name: str) -> str:
    return frame.say(labels.LABELS[name]) if name in labels.LABELS else name.removeprefix("walk.")
